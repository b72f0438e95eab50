import { afterEach, expect, it, vi } from 'vitest';

type Place = { readonly role: string; readonly status: string; readonly permissions: readonly string[] };
type Answer = Place & { readonly version?: number };

/** The questions that are under way, each to be answered when the test says so. */
const questions = vi.hoisted(() => [] as { readonly answer: (given: Answer) => void }[]);
const signedIn = vi.hoisted(() => ({ currentUser: null as unknown }));
vi.mock('../firebase/auth.ts', () => ({ auth: signedIn }));
vi.mock('../api/request.ts', () => ({
  request: () => new Promise<Answer>((answer) => void questions.push({ answer })),
}));

const { askAnew, askBy, recoverAccess, standingIn } = await import('./tenant-access.ts');
const held = { role: 'customer', status: 'suspended', permissions: [] };
const open = { role: 'customer', status: 'active', permissions: [] };

afterEach(() => void questions.splice(0));

it('shares one question among many who ask at once', async () => {
  const asked = [recoverAccess('t1'), recoverAccess('t1')];
  expect(questions).toHaveLength(1);
  questions[0]?.answer(open);
  expect(await Promise.all(asked)).toEqual([1, 2].map(() => ({ kind: 'member', ...open })));
});

it('answers whoever asks anew by a question of their own', async () => {
  void recoverAccess('t2');
  const anew = askAnew('t2');
  expect(questions).toHaveLength(2);
  questions[1]?.answer(open);
  expect(await anew).toMatchObject({ status: 'active' });
});

it('keeps the answer to the newest question, in whatever order answers come', async () => {
  const older = recoverAccess('t3');
  const newer = askAnew('t3');
  questions[1]?.answer(open);
  await newer;
  questions[0]?.answer(held);
  expect(await older).toMatchObject({ status: 'active' });
  expect(standingIn('t3')).toMatchObject({ status: 'active' });
  // The control: the same answer to a question that was asked afterwards stands.
  const later = askAnew('t3');
  questions[2]?.answer(held);
  expect(await later).toMatchObject({ status: 'suspended' });
});

it('fetches a token only when the one at hand does not say what the server says', async () => {
  const getIdToken = vi.fn(() => Promise.resolve(''));
  const claims = { tenants: { tenantfive: ['customer', 3] } };
  signedIn.currentUser = { getIdToken, getIdTokenResult: () => Promise.resolve({ claims }) };
  const told = async (tenantId: string, answer: Answer): Promise<number> => {
    getIdToken.mockClear();
    const asked = askAnew(tenantId);
    questions.splice(0)[0]?.answer(answer);
    expect(await asked).toEqual({ kind: 'member', ...open, role: answer.role });
    return getIdToken.mock.calls.length;
  };
  expect(await told('tenantfive', { ...open, version: 3 })).toBe(0);
  expect(await told('tenantfive', { ...open, version: 4 })).toBe(1);
  expect(await told('tenantfive', { ...open, role: 'viewer', version: 3 })).toBe(1);
  expect(await told('tenantsixx', { ...open, version: 3 })).toBe(1);
  signedIn.currentUser = null;
});

it('asks as its surface says, and takes a refusal there for the end of the right as well', async () => {
  const { OperationError } = await import('../api/operation-error.ts');
  const place = { role: 'support', status: 'active', permissions: [] } as const;
  askBy(() => Promise.resolve(place));
  expect(await askAnew('t4')).toEqual({ kind: 'member', ...place });
  askBy(() => Promise.reject(new OperationError('permission-denied')));
  expect(await askAnew('t4')).toEqual({ kind: 'revoked' });
  expect(questions).toHaveLength(0);
});
