import http from 'node:http';

/** Where the emulator is. */
export const emulatorHost = process.env.FIRESTORE_EMULATOR_HOST ?? '';
const [host = '127.0.0.1', port = ''] = emulatorHost.split(':');
if (port === '')
  throw new Error('The rules are tested on an emulator: npm run with-stack -- npx vitest run --project rules');

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

export type Answer = { readonly status: number; readonly text: string };

/** The token that the emulator takes for every right. */
export const admin = 'owner';

/** One request to the Firestore emulator. Without a token it is anonymous. */
export function request(method: string, path: string, body: unknown, token: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const sent = http.request({ host, port, path: encodeURI(path), method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.setTimeout(20_000, () => sent.destroy(new Error(`${method} ${path} is not answered.`)));
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Throws with the emulator's own words unless the answer is 200. */
export async function succeed(method: string, path: string, body: unknown): Promise<Answer> {
  const answer = await request(method, path, body, admin);
  if (answer.status !== 200) throw new Error(`${method} ${path} answers ${answer.status}: ${answer.text}`);
  return answer;
}

/** A token as Firebase would sign it, unsigned: the emulator believes it. */
export function unsignedToken(uid: string, claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const standard = { sub: uid, user_id: uid, iat: 1, exp: 9_999_999_999, firebase: { sign_in_provider: 'custom' } };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ ...standard, ...claims })}.`;
}

/**
 * Runs tasks with a few under way at once; answers in the order of the tasks. One after the other leaves the emulator
 * idle half of the time, all at once makes a queue that outlives the time limit of a test.
 */
export async function inParallel<T, R>(items: readonly T[], task: (item: T) => Promise<R>, width = 8): Promise<R[]> {
  const answers: R[] = [];
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) answers[index] = await task(item);
  };
  await Promise.all(Array.from({ length: width }, work));
  return answers;
}
