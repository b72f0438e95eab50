import type { Person } from '../people.ts';

/** What Firebase's SDK reads when a page opens, under the name that it gives to the local stack's application. */
const key = 'firebase:authUser:local:[DEFAULT]';

/** A sign-in of now as the browser keeps it: the name and the text of its entry in the local storage. */
export async function storedSession(person: Person): Promise<{ name: string; value: string }> {
  const { idToken, refreshToken } = await person.freshTokens();
  const value = JSON.stringify({
    uid: person.uid,
    email: person.email,
    emailVerified: true,
    isAnonymous: false,
    providerData: [],
    stsTokenManager: { refreshToken, accessToken: idToken, expirationTime: Date.now() + 3_600_000 },
    apiKey: 'local',
    appName: '[DEFAULT]',
  });
  return { name: key, value };
}
