import { execFile } from 'node:child_process';
import path from 'node:path';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { expect, test } from 'vitest';
import { examineData } from '../../../functions/src/data-doctor.ts';
import { database } from '../../support/database.ts';
import { newTenant } from '../../support/people.ts';

const command = path.join(import.meta.dirname, '../../../scripts/doctor.ts');

/** What `npm run doctor` says, and how it ends. */
function doctor(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return doctorWith({}, ...args);
}

function doctorWith(
  variables: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { env: { ...process.env, ...variables } }, (fault, out, err) =>
      resolve({ code: Number(fault?.code ?? 0), out, err }),
    );
  });
}

test('the command prints a table and ends well; with a fault it tells of it in a line of its own and ends with 1', async () => {
  const { tenantId, owner, slug } = await newTenant();
  const healthy = await doctor('--data', '--tenant', tenantId);
  expect(healthy).toMatchObject({ code: 0, out: expect.stringMatching(/^check +looked at +wrong\n─/) as string });
  expect(healthy.out).toMatch(/^addresses +1 +businesses +0$/m);

  await database().doc(inTenant(tenantId, tenantPaths.counters())).update({ seatsUsed: 4 });
  const ill = await doctor('--data', '--tenant', tenantId);
  expect(ill.code).toBe(1);
  expect(ill.out).toMatch(
    `${tenantId} counters: seatsUsed of system/counters is 4 and should be 1. Set it to 1 while nobody is at work there.`,
  );
  expect(ill.out).toMatch(/^counters +1 +members, invitations, products +1$/m);
  for (const word of [owner.email, slug, 'Shop']) expect(ill.out).not.toContain(word);
});

test('what could not be looked at ends the command with 1 as well, with nothing wrong elsewhere', async () => {
  const { tenantId } = await newTenant();
  const { code, out } = await doctorWith({ AUDIT_KEY: '' }, '--data', '--tenant', tenantId);
  expect(out).toMatch(/^audit +0 +entries of the log +0, and 1 could not be looked at$/m);
  expect(out).toMatch(/^addresses +1 +businesses +0$/m);
  expect(code).toBe(1);
});

test('the command refuses what it can’t take in words', async () => {
  const refusals: readonly (readonly [args: readonly string[], words: string])[] = [
    [['--tenant', 'AAAAAAAAAA'], '--tenant and --project go with --data.'],
    [['--data', '--project', ''], '--project takes the id of a project.'],
    [['--dat'], '--dat'],
    [['--data', 'everything'], 'everything'],
  ];
  const refuse = async ([args, words]: (typeof refusals)[number]) => {
    const { code, out, err } = await doctor(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
    expect(err).toContain('npm run doctor -- --data [--tenant <id>] [--project <id>]');
    expect(err).not.toMatch(/^ +at /m);
  };
  await Promise.all(refusals.map(refuse));
});

test.each([
  ['AAAAAAAAAA', 'There is no tenant AAAAAAAAAA.'],
  ['a/b', '"a/b" is no tenant’s id: those are ten letters and digits.'],
])('a business %j that is not there is said to be none', async (tenantId, words) => {
  await expect(examineData({ tenantId, tell: () => undefined })).rejects.toThrow(words);
});
