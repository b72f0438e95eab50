import { stack } from '../stack.ts';

/** A token as Firebase would make it, unsigned: the emulator believes it. A uid of any kind, and `undefined` for none. */
export function forgedToken(uid: unknown, claims: Readonly<Record<string, unknown>>): string {
  const now = Math.floor(Date.now() / 1_000);
  const standard = {
    iss: `https://securetoken.google.com/${stack.project}`,
    aud: stack.project,
    sub: uid,
    user_id: uid,
    iat: now,
    auth_time: now,
    exp: now + 3_600,
    firebase: { sign_in_provider: 'google.com', identities: {} },
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ ...standard, ...claims })}.`;
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
