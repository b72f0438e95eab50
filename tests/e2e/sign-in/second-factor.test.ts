import { randomBytes } from 'node:crypto';
import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { newPerson } from '../../support/people.ts';
import { expectProblem, follow, openWindow, refusedCall } from '../../support/web/browser.ts';
import { photograph } from '../../support/web/photograph.ts';
import { askForLink } from '../../support/web/workspace.ts';

/** The emulator has no authenticators: what Authentication answers about them is said here in its place. */
const goodCode = '123456';
const wrongCode = { status: 400, json: { error: { code: 400, message: 'INVALID_CODE' } } };
const authenticator = { mfaEnrollmentId: 'authenticator', totpInfo: {}, enrolledAt: '2026-11-21T12:00:00Z' };

/** The answer to a code: tokens when it is the right one. */
async function judge(route: Route, tokens: object): Promise<void> {
  const said = route.request().postData() ?? '';
  await route.fulfill(said.includes(goodCode) ? { json: tokens } : wrongCode);
}

const typeCode = async (page: Page, code: string, action: string): Promise<void> => {
  await page.getByLabel('Code of your authenticator').fill(code);
  await page.getByRole('button', { name: action }).click();
};

/** What a production build is told by `VITE_SECOND_FACTOR`: the page reads it where a local stack's settings stand. */
function offerSecondFactor(): void {
  const content = Object.getOwnPropertyDescriptor(HTMLMetaElement.prototype, 'content');
  Object.defineProperty(HTMLMetaElement.prototype, 'content', {
    get(this: HTMLMetaElement): string {
      const told = String(content?.get?.call(this));
      if (this.name !== 'tenantry-local') return told;
      return JSON.stringify({ ...(JSON.parse(told) as object), secondFactor: true });
    },
  });
}

test('a sign-in asks for the code of the authenticator that its person has, and takes no other', async () => {
  const email = `hanna-${randomBytes(5).toString('hex')}@example.com`;
  const page = await openWindow({ width: 375 });
  expectProblem(page, refusedCall);
  let tokens: { idToken?: string; refreshToken?: string } = {};
  await page.route(/accounts:signInWithEmailLink/, async (route) => {
    const answer = (await (await route.fetch()).json()) as { idToken: string; refreshToken: string; localId: string };
    const { idToken, refreshToken, ...person } = answer;
    tokens = { idToken, refreshToken };
    await route.fulfill({ json: { ...person, mfaPendingCredential: 'pending', mfaInfo: [authenticator] } });
  });
  await page.route(/mfaSignIn:finalize/, (route) => judge(route, tokens));
  await page.goto('/profile');
  await follow(page, await askForLink(page, email));
  await page.getByText('You have a second step').waitFor();
  await photograph(page, 'sign-in-second-factor');

  await typeCode(page, '12', 'Continue');
  await page.getByText('A code has six digits.').waitFor();
  await typeCode(page, '654321', 'Continue');
  await page.getByText('This is not the code that your authenticator shows now.').waitFor();
  expect(await page.getByRole('heading', { name: 'Your profile' }).count()).toBe(0);
  await typeCode(page, `${goodCode.slice(0, 3)} ${goodCode.slice(3)}`, 'Continue');
  await page.getByRole('heading', { name: 'Your profile' }).waitFor();
  await page.getByText(email, { exact: true }).waitFor();
});

test('where the platform has it, people add an authenticator by a code of it, and elsewhere are not asked to', async () => {
  const person = await newPerson('irma');
  const plain = await openWindow({ as: person });
  await plain.goto('/profile');
  await plain.getByRole('heading', { name: 'Your e-mail address' }).waitFor();
  expect(await plain.getByText('Second step when you sign in').count()).toBe(0);

  const page = await openWindow({ as: person, width: 375 });
  expectProblem(page, refusedCall);
  await page.addInitScript(offerSecondFactor);
  const { idToken, refreshToken } = await person.freshTokens();
  await page.route(/mfaEnrollment:start/, (route) =>
    route.fulfill({
      json: {
        totpSessionInfo: {
          sharedSecretKey: 'JBSWY3DPEHPK3PXP',
          verificationCodeLength: 6,
          hashingAlgorithm: 'SHA1',
          periodSec: 30,
          sessionInfo: 'session',
          finalizeEnrollmentTime: new Date(Date.now() + 300_000).toISOString(),
        },
      },
    }),
  );
  await page.route(/mfaEnrollment:finalize/, async (route) => {
    await judge(route, { idToken, refreshToken });
    await page.route(/accounts:lookup/, async (lookUp) => {
      const answer = (await (await lookUp.fetch()).json()) as { users: object[] };
      await lookUp.fulfill({ json: { users: answer.users.map((user) => ({ ...user, mfaInfo: [authenticator] })) } });
    });
  });
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Add an authenticator' }).click();
  await page.getByText('JBSWY3DPEHPK3PXP').waitFor();
  await page.getByRole('img', { name: 'The key for your authenticator, to scan' }).waitFor();
  await photograph(page, 'profile-second-factor');
  await typeCode(page, '654321', 'Turn the second step on');
  await page.getByText('This is not the code that your authenticator shows now.').waitFor();
  await typeCode(page, goodCode, 'Turn the second step on');
  await page.getByText('Each sign-in asks for a code of your authenticator.').waitFor();
});
