import { memberRoles } from '@tenantry/model/roles';
import type { Roles } from '../../../../shared/tenant/roles-for.ts';

/** How a list names roles. */
export type RoleWords = {
  /** The key of the role with this key or name, as written in a list; `undefined` when there is none, or more than one. */
  readonly keyOf: (written: string) => string | undefined;
  /** Whether the person may give it. */
  readonly mayGive: (role: string) => boolean;
};

/** Roles by their key, and by the name that the page shows; capitals and spaces around them aside. */
export function roleWords({
  definitions,
  nameOf,
  mayGive,
}: Pick<Roles, 'definitions' | 'nameOf' | 'mayGive'>): RoleWords {
  const keys = [...memberRoles, ...Object.keys(definitions)];
  const known = new Set(keys);
  const named = Map.groupBy(keys, (key) => plain(nameOf(key)));
  return {
    mayGive,
    keyOf(written) {
      const word = plain(written);
      if (known.has(word)) return word;
      const [key, ...others] = named.get(word) ?? [];
      return others.length === 0 ? key : undefined;
    },
  };
}

function plain(word: string): string {
  return word.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
