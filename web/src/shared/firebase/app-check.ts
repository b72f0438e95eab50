import { environment } from '../config/environment.ts';
import { firebaseApp } from './app.ts';

let provider: Promise<() => Promise<string>> | undefined;

/** The token that shows that a call comes from our page, or `undefined` where App Check is not set up. */
export async function appCheckToken(): Promise<string | undefined> {
  const { appCheckSiteKey } = environment;
  if (!appCheckSiteKey) return undefined;
  provider ??= start(appCheckSiteKey);
  return (await provider)();
}

async function start(siteKey: string): Promise<() => Promise<string>> {
  const { getToken, initializeAppCheck, ReCaptchaEnterpriseProvider } = await import('firebase/app-check');
  const appCheck = initializeAppCheck(firebaseApp, {
    provider: new ReCaptchaEnterpriseProvider(siteKey),
    isTokenAutoRefreshEnabled: true,
  });
  return async () => (await getToken(appCheck)).token;
}
