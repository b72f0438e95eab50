import type { CallableRequest } from 'firebase-functions/v2/https';
import { expect, test } from 'vitest';
import { requireCaller } from '../../../functions/src/platform/operations/caller.ts';
import { memberOperation } from '../../../functions/src/platform/operations/operation.ts';
import { runOperation } from '../../../functions/src/platform/operations/run-operation.ts';
import { newTenant } from '../../support/people.ts';

test('calls with a limit of their own are counted together and for one person, and leave other calls alone', async () => {
  const { owner, tenantId } = await newTenant();
  const auth = { uid: owner.uid, token: owner.claims } as unknown as NonNullable<CallableRequest['auth']>;
  const request = { caller: requireCaller({ auth }), input: { tenantId }, requestId: 'test', now: new Date() };
  const plain = { permissions: [], gate: 'always', audited: false, afterwards: () => Promise.resolve({}) } as const;
  const calls = { counted: 'costly', perMinute: 3 };
  const costly = memberOperation('syncBilling', { ...plain, calls });
  const alike = memberOperation('leaveTenant', { ...plain, calls });
  const other = memberOperation('leaveTenant', plain);

  await runOperation('syncBilling', costly, request);
  await runOperation('leaveTenant', alike, request);
  await runOperation('syncBilling', costly, request);
  const refused = { code: 'resource-exhausted', details: { reason: 'rate' } };
  await expect(runOperation('syncBilling', costly, request)).rejects.toMatchObject(refused);
  await expect(runOperation('leaveTenant', alike, request)).rejects.toMatchObject(refused);
  await expect(runOperation('leaveTenant', other, request)).resolves.toEqual({});
  const later = { ...request, now: new Date(request.now.getTime() + 60_000) };
  await expect(runOperation('syncBilling', costly, later)).resolves.toEqual({});
});
