import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { addOperator } from '../../functions/src/operators/add-operator.ts';
import { hostingHeaders } from '../../web/vite/hosting-headers.ts';
import { newPerson } from '../support/people.ts';
import { newShop, type Shop } from '../support/shop.ts';
import { stack } from '../support/stack.ts';
import { expectProblem, openWindow } from '../support/web/browser.ts';
import { enterShop, intoBasket, openPage as openShopPage, orderButton } from '../support/web/portal.ts';
import { enterWorkspace, openPage } from '../support/web/workspace.ts';

/** That the policy in force is the one of firebase.json is the first test; every other test of this suite runs under it. */
const stopped = /The policy of the page stopped|violates the following Content Security Policy|Refused to/;
const elsewhere = 'https://elsewhere.example';
let shop: Shop;

beforeAll(async () => {
  shop = await newShop(`Policy ${randomBytes(4).toString('hex')}`);
  await shop.product({ name: 'Policed tea' });
});

/** What the page was told of its policy from now on. */
function violationsOf(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => stopped.test(message.text()) && found.push(message.text()));
  return found;
}

describe('the headers', () => {
  test.each(['/', '/t/nord/orders', '/portal/nord', '/admin', '/icon.svg', 'asset'])(
    'that the local stack serves with %s are those of firebase.json',
    async (what) => {
      const address = what === 'asset' ? await assetOf('/') : what;
      const { headers, status } = await fetch(stack.web + address);
      expect(status).toBe(200);
      const emulators = [stack.auth, stack.firestore].map((origin) => ` ${origin}`).join('');
      const served = Object.fromEntries(headers);
      expect(served['content-security-policy']).toContain(`${emulators};`);
      const policy = served['content-security-policy']?.replace(emulators, '');
      expect({ ...served, 'content-security-policy': policy }).toMatchObject(hostingHeaders(address));
      expect(served['cache-control']).toBe(what === 'asset' ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  );

  test('allow no script but files of ours and of the two that signing in and App Check need', () => {
    const policy = hostingHeaders('/')['content-security-policy'] ?? '';
    const sourcesOf = (name: string): string[] | undefined =>
      policy
        .split('; ')
        .map((directive) => directive.split(' '))
        .find(([first]) => first === name)
        ?.slice(1);
    expect(policy).not.toMatch(/unsafe-|\*(?!\.firebaseapp\.com)|http:/);
    expect(sourcesOf('default-src')).toEqual(["'none'"]);
    expect(sourcesOf('script-src')).toEqual([
      "'self'",
      'https://apis.google.com',
      'https://www.google.com/recaptcha/',
      'https://www.gstatic.com/recaptcha/',
    ]);
  });
});

async function assetOf(address: string): Promise<string> {
  const page = await (await fetch(stack.web + address)).text();
  return /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? 'no asset';
}

test('all three surfaces work under the policy, and break it nowhere', async () => {
  const page = await enterWorkspace(shop);
  const staff = violationsOf(page);
  await page
    .getByRole('img', { name: /portal/ })
    .first()
    .waitFor();
  for (const name of ['Orders', 'Customers', 'Team', 'Settings', 'Products']) await openPage(page, name);
  await page.getByRole('link', { name: 'Policed tea' }).click();
  await page.getByLabel('Description').fill('Leaves');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();

  const { page: phone } = await enterShop(shop);
  const customer = violationsOf(phone);
  await intoBasket(phone, 'Policed tea');
  await openShopPage(phone, 'Basket');
  await orderButton(phone).click();
  await phone.getByText('We have your order').waitFor();

  const person = await newPerson('operator');
  await addOperator(person.email);
  const desk = await openWindow({ as: person });
  const operator = violationsOf(desk);
  await desk.goto(`/admin?q=${shop.slug}&business=${shop.tenantId}`);
  await desk.getByRole('dialog').waitFor();

  expect({ staff, customer, operator }).toEqual({ staff: [], customer: [], operator: [] });
});

describe('what somebody managed to put into a page', () => {
  /** Each is put into the page as such a fault would put it, and marks the window when it runs. */
  const injections: Record<string, (from: string) => void> = {
    'an inline script': () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
    },
    "an element's handler": () => {
      document.body.insertAdjacentHTML('beforeend', '<img src="/no-such-picture.png" onerror="window.ran = true">');
    },
    'a link that is a script': () => {
      document.body.insertAdjacentHTML('beforeend', '<a href="javascript:void (window.ran = true)">x</a>');
      document.body.querySelector<HTMLElement>('a[href^=javascript]')?.click();
    },
    "another site's script": (from) => {
      const script = document.createElement('script');
      script.src = `${from}/marks.js`;
      document.body.append(script);
    },
    'a text that is evaluated': () => {
      const script = document.createElement('script');
      script.src = '/evaluates.js';
      document.body.append(script);
    },
    'a call to another site': (from) => {
      void fetch(`${from}/takes`).then(() => Object.assign(window, { ran: true }));
    },
  };
  const ran = (page: Page) => page.evaluate(() => 'ran' in window);

  /** A page where somebody is signed in; every site answers what it is asked. */
  async function openPrepared(): Promise<Page> {
    const page = await enterWorkspace(shop);
    expectProblem(page, stopped, /no-such-picture|Content Security Policy|ERR_BLOCKED_BY_CSP|Failed to fetch/);
    const answers: Record<string, string> = {
      'marks.js': 'window.ran = true',
      'evaluates.js': 'window.evaluates = true; setTimeout("window.ran = true")',
      takes: '',
    };
    for (const [name, body] of Object.entries(answers)) {
      await page.route(`**/${name}`, (route) =>
        route.fulfill({ body, contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' } }),
      );
    }
    return page;
  }

  test.each(Object.entries(injections))('does not run: %s', async (_what, inject) => {
    const page = await openPrepared();
    const violations = violationsOf(page);
    await page.evaluate(inject, elsewhere);
    await expect.poll(() => violations.length).toBeGreaterThan(0);
    expect(await ran(page)).toBe(false);
  });

  test('would run if it were a file of ours: the control', async () => {
    const page = await openPrepared();
    const violations = violationsOf(page);
    await page.evaluate(injections["another site's script"] ?? (() => {}), '');
    await expect.poll(() => ran(page)).toBe(true);
    expect(violations).toEqual([]);
  });
});

test('no other site can put a page of ours into a frame', async () => {
  const page = await openWindow();
  expectProblem(page, stopped, /frame-ancestors|X-Frame-Options|favicon/);
  const failures: (string | undefined)[] = [];
  page.on('requestfailed', (request) => failures.push(request.failure()?.errorText));
  // Another server of the stack: what it answers can be framed.
  const other = `${stack.mailbox}/messages?to=nobody@example.com`;
  await page.goto(other);
  await page.evaluate(
    (addresses) => {
      for (const src of addresses) document.body.append(Object.assign(document.createElement('iframe'), { src }));
    },
    [`${stack.web}/admin`, other],
  );
  await expect.poll(() => page.frames().length).toBe(3);
  const [, ours, theirs] = page.frames();
  await expect.poll(() => theirs?.locator('body').innerText()).toBe('[]');
  await expect.poll(() => ours?.url()).toMatch(/^chrome-error:/);
  expect(failures).toEqual(['net::ERR_BLOCKED_BY_RESPONSE']);
});
