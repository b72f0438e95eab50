import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { csvOf } from '../../../shared/format/csv.ts';
import type { ExportFormat } from './export-formats.ts';

/** Who did something, by name; empty for somebody who has gone. */
type NameOf = (actor: string) => string;

type Format = {
  readonly mediaType: string;
  readonly head: string;
  /** Entries, each with its line's end. */
  readonly lines: (entries: readonly AuditDocument[], nameOf: NameOf) => string;
};

const columns = ['seq', 'at', 'actor', 'actorName', 'action', 'target', 'details', 'requestId', 'prevHash', 'hash'];

/** How each is written: every field of an entry is in both, so that the chain can be checked elsewhere. */
export const formats = {
  csv: {
    mediaType: 'text/csv;charset=utf-8',
    head: csvOf([columns]),
    lines: (entries, nameOf) =>
      csvOf(
        entries.map((entry) => {
          const { seq, action, target, details, requestId, prevHash, hash, actor } = entry;
          const values = [seq, timeOf(entry), actor, nameOf(actor), action, target, JSON.stringify(details)];
          return [...values, requestId, prevHash, hash];
        }),
      ),
  },
  jsonl: {
    mediaType: 'application/jsonl;charset=utf-8',
    head: '',
    lines: (entries, nameOf) =>
      entries
        .map((entry) => {
          const { seq, action, target, details, requestId, prevHash, hash, actor } = entry;
          const [at, actorName] = [timeOf(entry), nameOf(actor)];
          return `${JSON.stringify({ seq, at, actor, actorName, action, target, details, requestId, prevHash, hash })}\n`;
        })
        .join(''),
  },
} as const satisfies Record<ExportFormat, Format>;

const timeOf = ({ at }: AuditDocument): string => at.toDate().toISOString();
