import type { AuditDocument } from '@tenantry/model/documents/tenants';

/** The formats that the log can be taken away in. */
export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

type Format = {
  readonly mediaType: string;
  readonly head: string;
  /** One entry, with its line's end. `actorName` is empty for somebody who has gone. */
  readonly line: (entry: AuditDocument, actorName: string) => string;
};

const columns = ['seq', 'at', 'actor', 'actorName', 'action', 'target', 'details', 'requestId', 'prevHash', 'hash'];

/** How each is written: every field of an entry is in both, so that the chain can be checked elsewhere. */
export const formats = {
  csv: {
    mediaType: 'text/csv;charset=utf-8',
    head: csvLine(columns),
    line: (entry, actorName) => {
      const { seq, action, target, details, requestId, prevHash, hash, actor } = entry;
      const values = [seq, timeOf(entry), actor, actorName, action, target, JSON.stringify(details)];
      return csvLine([...values, requestId, prevHash, hash].map(String));
    },
  },
  jsonl: {
    mediaType: 'application/jsonl;charset=utf-8',
    head: '',
    line: (entry, actorName) => {
      const { seq, action, target, details, requestId, prevHash, hash, actor } = entry;
      const at = timeOf(entry);
      return `${JSON.stringify({ seq, at, actor, actorName, action, target, details, requestId, prevHash, hash })}\n`;
    },
  },
} as const satisfies Record<ExportFormat, Format>;

const timeOf = ({ at }: AuditDocument): string => at.toDate().toISOString();

/** A line of RFC 4180. A value that a spreadsheet would take for a formula begins with an apostrophe. */
function csvLine(values: readonly string[]): string {
  return `${values.map((value) => quoted(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)).join(',')}\r\n`;
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
