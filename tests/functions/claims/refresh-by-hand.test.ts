import { paths } from '@tenantry/model/paths';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { adminTasks } from '../../../functions/src/admin-tasks.ts';
import { readDocument } from '../../support/database.ts';
import { newPerson, newTenant } from '../../support/people.ts';

const refresh = (...args: string[]) => adminTasks['claims:refresh']?.(args);

test('nobody’s claims are not brought in step: it is said that nobody signs in so, and no mark is left', async () => {
  const { uid } = await newPerson();
  const nobody = `nobody-${randomUUID()}`;
  await expect(refresh('--uid', nobody)).rejects.toThrow(
    `Nobody signs in as ${nobody}: copy the uid from what the doctor says, or from Authentication’s list of users.`,
  );
  expect(await readDocument(paths.userClaims(nobody))).toBeUndefined();
  for (const odd of ['a/b/c', '..', '__all__', 'x'.repeat(129)])
    await expect(refresh('--uid', odd)).rejects.toThrow(`"${odd}" is no uid`);
  expect(await readDocument(paths.userClaims('a/b/c'))).toBeUndefined();
  expect(await refresh('--uid', uid)).toBe(`The claims of ${uid} are what their memberships say.`);
  expect(await readDocument(paths.userClaims(uid))).toMatchObject({ marks: {} });
});

test('a list of businesses is brought in step with a business alone: another id is refused, and no mark is left', async () => {
  const [{ uid }, { tenantId }] = await Promise.all([newPerson(), newTenant()]);
  await expect(refresh('--uid', uid, '--tenant', 'nope/../x')).rejects.toThrow(
    '"nope/../x" is no tenant’s id: those are ten letters and digits.',
  );
  await expect(refresh('--uid', uid, '--tenant', 'AAAAAAAAAA')).rejects.toThrow('There is no tenant AAAAAAAAAA.');
  await expect(refresh('--uid', uid, '--tenant', '')).rejects.toThrow('"" is no tenant’s id');
  expect(await readDocument(paths.userClaims(uid))).toBeUndefined();
  expect(await refresh('--uid', uid, '--tenant', tenantId)).toContain(uid);
});
