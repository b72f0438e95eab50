import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { searchKeyOf } from '@tenantry/model/search-key';
import type { Tenant } from '../../../shared/tenant/tenant.ts';
import { changesOf } from '../changes.ts';
import type { Names } from '../names.ts';
import { sentenceOf } from '../sentences.ts';

/** What an entry says on the page, its sentence, its changes and its number, as it is searched. */
function textOf(entry: AuditDocument, names: Names, moment: Tenant['moment']): string {
  const changes = changesOf(entry, moment).flatMap(({ label, before, after }) => [label, before, after]);
  return searchKeyOf([sentenceOf(entry, names), ...changes, `#${entry.seq}`].join(' '));
}

/** Whether an entry says every one of these words, as it stands on the page. */
export function saysAll(words: string, names: Names, moment: Tenant['moment']): (entry: AuditDocument) => boolean {
  const wanted = searchKeyOf(words).split(/\s+/);
  return (entry) => {
    const text = textOf(entry, names, moment);
    return wanted.every((word) => text.includes(word));
  };
}
