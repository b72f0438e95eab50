import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { adminTasks } from '../../../functions/src/admin-tasks.ts';
import { newChain } from './chain.ts';

const admin = path.join(import.meta.dirname, '../../../scripts/admin.ts');

/** What `npm run audit:verify` says, and how it ends. */
function verify(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [admin, 'audit:verify', ...args], (fault, stdout, stderr) =>
      resolve({ code: Number(fault?.code ?? 0), said: stdout + stderr }),
    );
  });
}

const says = (code: number, words: string) => ({ code, said: expect.stringContaining(words) as string });

test('the command says that a chain is whole, and names the first bad entry of one that is not', async () => {
  const chain = await newChain(3);
  const { tenantId } = chain;
  expect(await verify('--tenant', tenantId)).toEqual(
    says(0, `The audit log of ${tenantId} is whole: 3 entries. Its end was never signed`),
  );

  await chain.write(2, { ...(await chain.read(2)), actor: 'somebody' });
  expect(await verify('--tenant', tenantId)).toEqual(says(1, 'the first bad entry is number 2.'));
}, 60_000);

test.each([
  [['--tenant', 'AAAAAAAAAA'], 'There is no tenant AAAAAAAAAA.'],
  [['--tenant', 'a/b'], '"a/b" is no tenant’s id: those are ten letters and digits.'],
  [['AAAAAAAAAA'], 'This takes: --tenant <id>.'],
  [[], 'This takes: --tenant <id>.'],
])('the command refuses %j in words', async (args, words) => {
  await expect(adminTasks['audit:verify']?.(args)).rejects.toThrow(words);
});
