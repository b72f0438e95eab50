import { tenantIdPattern } from '@tenantry/model/tenant-id';
import * as z from 'zod/mini';
import { declarePages, eachPageAlone } from '../pages.ts';
import { type ControlPath, controlDocuments } from '../../platform/data/documents.ts';
import type { Found } from '../../platform/data/scoped-transaction.ts';
import { readControlPlane } from '../../platform/data/transactions.ts';
import type { PlatformCheck } from '../check.ts';
import { isWellShaped } from '../shape.ts';

/** An entry of a register, as far as it names a business. */
type Entry = { readonly tenantId: string | null };

type Register = {
  readonly all: ControlPath<Entry>;
  readonly one: (id: string) => ControlPath<Entry>;
  readonly shape: z.ZodMiniType<Entry>;
};

const named = z.object({ tenantId: z.string() });
const maybeNamed = z.object({ tenantId: z.nullable(z.string()) });

/** Registers and ledgers whose entries name a business. */
const registers = {
  slugs: { all: controlDocuments.slugs(), one: controlDocuments.slug, shape: named },
  stripeCustomers: { all: controlDocuments.stripeCustomers(), one: controlDocuments.stripeCustomer, shape: named },
  stripeEvents: { all: controlDocuments.stripeEvents(), one: controlDocuments.stripeEvent, shape: maybeNamed },
  mail: { all: controlDocuments.mails(), one: controlDocuments.mail, shape: maybeNamed },
} as const satisfies Record<string, Register>;

/** Invariants 5 and 9: what names a business names one that there is. */
export const namesBusinesses = (register: keyof typeof registers): PlatformCheck<Found<Entry>> => {
  const { all, one, shape }: Register = registers[register];
  const pages = declarePages(register);
  return {
    looksAt: `entries of ${register}`,
    pages: () => eachPageAlone(readControlPlane, all, pages),
    async look({ id }, found) {
      found.lookAt();
      const about = `${register}/${id}`;
      const [entry, placement] = await readControlPlane(async (control) => {
        const present = await control.get(one(id));
        const tenantId = present?.tenantId;
        const isOne = typeof tenantId === 'string' && tenantIdPattern.test(tenantId);
        return [present, isOne ? await control.get(controlDocuments.placement(tenantId)) : undefined] as const;
      });
      if (!entry || !isWellShaped(about, entry, shape, found) || entry.tenantId === null) return;
      if (!placement)
        found.add({
          about,
          is: `of ${entry.tenantId}, which is no business`,
          shouldBe: 'absent',
          remedy: 'Delete it by hand: what is left of a business that is gone has no owner.',
        });
      else if (register === 'slugs' && placement.slug !== id)
        found.add({
          about,
          is: `a second address of ${entry.tenantId}`,
          shouldBe: 'absent',
          remedy: 'Delete it by hand: a business has one address.',
        });
    },
  };
};
