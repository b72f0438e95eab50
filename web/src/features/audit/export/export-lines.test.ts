import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { describe, expect, it } from 'vitest';
import { formats } from './export-lines.ts';

const at = new Date('2026-03-01T12:30:00Z');
const entry: AuditDocument = {
  seq: 7,
  at: { toMillis: () => at.getTime(), toDate: () => at },
  actor: 'ann',
  action: 'tenant.updated',
  target: 'a1b2c3d4e5',
  details: { name: { before: 'Tea', after: 'Tea, "and" more' } },
  requestId: 'request',
  prevHash: '-former',
  hash: 'h',
};

describe('an entry that is taken away', () => {
  it('is a line of CSV with every field, quoted where it must be', () => {
    expect(formats.csv.head).toBe('seq,at,actor,actorName,action,target,details,requestId,prevHash,hash\r\n');
    expect(formats.csv.lines([entry], () => 'Ann')).toBe(
      '7,2026-03-01T12:30:00.000Z,ann,Ann,tenant.updated,a1b2c3d4e5,' +
        `"{""name"":{""before"":""Tea"",""after"":""Tea, \\""and\\"" more""}}",request,"'-former",h\r\n`,
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=1+1\nand more'])('is never a formula: %j', (name) => {
    const line = formats.csv.lines([entry], () => name);
    expect(line).toContain(`,ann,"'${name}",`);
    expect(formats.csv.lines([entry], () => 'Ann = Bob')).toContain(',Ann = Bob,');
  });

  it('is a line of JSON with every field as it is', () => {
    const line = formats.jsonl.lines([entry], () => '=Ann');
    expect(line.endsWith('}\n')).toBe(true);
    expect(JSON.parse(line)).toEqual({ ...entry, at: '2026-03-01T12:30:00.000Z', actorName: '=Ann' });
  });
});
