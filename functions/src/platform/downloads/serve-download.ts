import { getAppCheck } from 'firebase-admin/app-check';
import { type HttpsFunction, onRequest, type Request } from 'firebase-functions/v2/https';
import type { Response } from 'express';
import { randomUUID } from 'node:crypto';
import { auth } from '../data/firestore.ts';
import { enforceAppCheck, operationSecrets, region } from '../environment.ts';
import { log } from '../log.ts';
import { inPlatformContext } from '../tenant-context.ts';
import { type Caller, requireCaller } from '../operations/caller.ts';
import { Refusal, refusalOf, toHttpsError } from '../operations/errors.ts';
import { fewAtOnce } from './few-at-once.ts';
import { endLines, writeLine } from './patient-response.ts';
import { type DownloadOperation, runDownload } from './run-download.ts';

/** Whoever takes nothing for so long is not waited for: each download holds one of the instance's places. */
const patienceMilliseconds = 60_000;

/**
 * Serves a download by GET, with an ID token as the bearer, line by line as the reader takes them. A refusal is answered as the
 * callables do; what fails once lines were sent cuts the answer off, so that nobody takes a part for the whole. So does a reader who
 * takes nothing for a minute.
 */
export function serveDownload(
  name: string,
  download: DownloadOperation,
  patience = patienceMilliseconds,
): HttpsFunction {
  return onRequest(
    {
      region,
      cors: false,
      invoker: 'public',
      secrets: operationSecrets,
      timeoutSeconds: 3_600,
      memory: '512MiB',
      concurrency: 10,
    },
    (request, response) =>
      inPlatformContext(randomUUID(), () => answer({ name, download, patience }, request, response)),
  );
}

type Served = { readonly name: string; readonly download: DownloadOperation; readonly patience: number };

async function answer({ name, download, patience }: Served, request: Request, response: Response): Promise<void> {
  const started = performance.now();
  const requestId = randomUUID();
  const elapsed = () => Math.round(performance.now() - started);
  response.set('Cache-Control', 'no-store');
  if (request.method !== 'GET') {
    response
      .set('Allow', 'GET')
      .status(405)
      .json({ error: { status: 'UNIMPLEMENTED', message: 'This is asked for by GET.' } });
    return;
  }
  let uid: string | null = null;
  try {
    const caller = await callerOf(request);
    ({ uid } = caller);
    const to = { response, patience };
    await fewAtOnce(caller.uid, async () => {
      await runDownload(download, {
        caller,
        input: { ...request.query },
        requestId,
        now: new Date(),
        to: { begin: (fileName) => begin(response, fileName), write: (line) => writeLine(to, line) },
      });
      await endLines(to);
    });
    log.operationAnswered(name, uid, elapsed());
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal) log.operationRefused(name, uid, refusal.code, refusal.details.reason, elapsed());
    else log.operationFailed(name, uid, fault);
    if (response.headersSent) response.destroy();
    else {
      const error = toHttpsError(refusal, requestId);
      response.status(error.httpErrorCode.status).json({ error: error.toJSON() });
    }
  }
}

/** Whoever shows an ID token, and App Check's where it is enforced. Throws `sign-in` or `app-check`. */
async function callerOf(request: Request): Promise<Caller> {
  const [, bearer = ''] = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '') ?? [];
  const token = await auth()
    .verifyIdToken(bearer)
    .catch(() => undefined);
  const caller = requireCaller(token ? { auth: { uid: token.uid, token, rawToken: bearer } } : {});
  if (enforceAppCheck.value()) {
    const shown = request.get('x-firebase-appcheck') ?? '';
    await getAppCheck()
      .verifyToken(shown)
      .catch(() => {
        throw new Refusal('app-check', 'This application could not be verified. Reload the page.');
      });
  }
  return caller;
}

function begin(response: Response, fileName: string): void {
  response.set({
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'X-Content-Type-Options': 'nosniff',
  });
  response.flushHeaders();
}
