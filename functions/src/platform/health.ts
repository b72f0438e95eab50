import { onRequest } from 'firebase-functions/v2/https';

/** Answers `{"ok":true}` while the deployment serves requests; for uptime checks. Reads nothing. */
export const health = onRequest({ invoker: 'public' }, (_request, response) => {
  response.set('Cache-Control', 'no-store').json({ ok: true });
});
