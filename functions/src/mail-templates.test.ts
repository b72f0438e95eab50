import { mailLanguages } from '@tenantry/model/mail-languages';
import { type MailKind, mailKinds, type MailData } from '@tenantry/model/mails';
import { describe, expect, test } from 'vitest';
import { renderMail } from './mail-templates.ts';

const hostile = 'Zoë 👩‍🚀 <script>alert(1)</script> & "Co"';
const links = { webUrl: 'https://shop.example', secretLink: 'https://shop.example/invite/t/i#s-_3' };

const order = {
  shopName: hostile,
  slug: 'blue-door',
  orderId: 'order-1',
  number: 7,
  currency: 'EUR',
  lines: [
    { productId: 'a', sku: 'T-1', name: hostile, quantity: 2, unitAmount: 61_728 },
    { productId: 'b', sku: 'P-1', name: 'Kanne', quantity: 1, unitAmount: 5 },
  ],
  total: 123_461,
  customerName: hostile,
};

const membership = { tenantName: hostile, slug: 'blue-door', actorName: hostile };
const until = Date.parse('2026-11-21T15:30:00Z');
const support = { ...membership, reason: hostile, until, scope: 'support' as const };

/** Where each kind leads. */
const orderPage = 'https://shop.example/portal/blue-door/orders/order-1';
const leadsTo = {
  invitation: links.secretLink,
  'role-changed': 'https://shop.example/t/blue-door',
  'member-removed': 'https://shop.example',
  'ownership-offered': 'https://shop.example/t/blue-door/team',
  'support-opened': 'https://shop.example/t/blue-door/settings',
  'support-entered': 'https://shop.example/t/blue-door/audit',
  'payment-failed': 'https://shop.example/t/blue-door/billing',
  'usage-alert': 'https://shop.example/t/blue-door/usage',
  'order-placed': orderPage,
  'order-arrived': 'https://shop.example/t/blue-door/orders/order-1',
  'order-fulfilled': orderPage,
  'order-cancelled': orderPage,
} as const satisfies Record<MailKind, string>;

const samples: { readonly [Kind in MailKind]: MailData<Kind> } = {
  invitation: {
    tenantId: 't',
    inviteId: 'i',
    generation: 1,
    tenantName: hostile,
    inviterName: hostile,
    role: 'member',
    message: hostile,
  },
  'role-changed': { ...membership, role: 'admin' },
  'member-removed': membership,
  'ownership-offered': membership,
  'support-opened': support,
  'support-entered': support,
  'payment-failed': {
    tenantName: hostile,
    slug: 'blue-door',
    plan: 'pro',
    day: 0,
    readonlyAt: Date.UTC(2026, 11, 5, 9),
  },
  'usage-alert': {
    tenantName: hostile,
    slug: 'blue-door',
    plan: 'pro',
    meter: 'orders',
    percent: 80,
    used: 4_012,
    limit: 5_000,
  },
  'order-placed': { ...order, orderText: `${hostile}\nSoon`, message: hostile },
  'order-arrived': { ...order, uid: 'u', message: hostile, placedAt: Date.UTC(2026, 10, 21, 23, 30) },
  'order-fulfilled': order,
  'order-cancelled': { ...order, reason: hostile, byCustomer: false },
};

const kinds = Object.keys(mailKinds) as MailKind[];
const rendered = (kind: MailKind, changes: object = {}, locale = 'en') =>
  renderMail({ kind, data: { ...samples[kind], ...changes } }, { ...links, locale, timeZone: 'Europe/Berlin' });
const inEveryLanguage = kinds.flatMap((kind) => mailLanguages.map((language) => [kind, language] as const));

describe.each(inEveryLanguage)('the mail %s in %s', (kind, language) => {
  test('shows what people wrote as text and lets none of it become markup', async () => {
    const { subject, html, text } = await rendered(kind, {}, language);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    expect(text).toContain(hostile);
    expect(subject).toContain('👩‍🚀');
  });

  test('says in HTML and in text where to go, and in HTML in which language it is', async () => {
    const { html, text } = await rendered(kind, {}, language);
    const link = leadsTo[kind];
    expect(html).toContain(`href="${link}"`);
    expect(html).toContain(`lang="${language}"`);
    expect(text).toMatch(new RegExp(`${link}$`, 'm'));
  });

  test('lacks no text, and says nothing in the words of another language', async () => {
    const lines = await linesOf(kind, language);
    const others = mailLanguages.filter((other) => other !== language);
    expect(lines.size).toBeGreaterThan(3);
    for (const other of others) {
      const shared = [...(await linesOf(kind, other))].filter((line) => lines.has(line));
      expect(shared).toEqual([]);
    }
  });
});

/** What a mail says in words of its own, line by line: the subject, the HTML and the text, without what was handed to it. */
async function linesOf(kind: MailKind, language: string): Promise<Set<string>> {
  const { subject, html, text } = await rendered(kind, {}, language);
  expect(`${subject}${html}${text}`).not.toMatch(/undefined|\[object|NaN/);
  const parts = [
    subject,
    ...html.replaceAll(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '').split(/<[^>]+>/),
    ...text.split('\n'),
  ];
  const given = [
    leadsTo[kind],
    hostile,
    hostile.replaceAll(/[<>&"]/g, (c) => escapes[c] ?? c),
    ...Object.values(leadsTo),
    'Kanne',
    'Soon',
  ];
  return new Set(
    parts
      .map((part) => given.reduce((rest, known) => rest.replaceAll(known, ''), part.replaceAll(/\s+/g, ' ').trim()))
      .map((part) => part.replaceAll(/\([TP]-1\)/g, '').trim())
      .filter((part) => /\p{L}{3}/u.test(part)),
  );
}
const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

test.each(kinds)('the mail %s has a subject of one short line, whatever the names hold', async (kind) => {
  const name = `Shop\r\nBcc: eve@example.com\u2028\u202e\u0000${'👩‍🚀'.repeat(300)}\ud83d`;
  const { subject } = await rendered(kind, {
    shopName: name,
    tenantName: name,
    inviterName: name,
    actorName: name,
    customerName: name,
  });
  expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
  expect(subject.isWellFormed()).toBe(true);
  expect([...new Intl.Segmenter('en').segment(subject)].length).toBeLessThanOrEqual(150);
});

test.each([
  ['de-AT', 'de'],
  ['fr', 'fr'],
  ['en-GB', 'en'],
  ['pl-PL', 'en'],
  ['DE', 'de'],
])('somebody of the locale %s reads a mail in %s', async (locale, language) => {
  expect((await rendered('member-removed', {}, locale)).html).toContain(`lang="${language}"`);
});

test.each([
  ['de', '„Packer“'],
  ['fr', '« Packer »'],
  ['en', '“Packer”'],
])('a role of the business’s own is quoted as one does in %s', async (locale, role) => {
  expect((await rendered('role-changed', { role: 'Packer' }, locale)).text).toContain(role);
});

describe('an order in a mail', () => {
  test('has its lines and its total in the shop’s currency and the reader’s way of writing', async () => {
    const { text } = await rendered('order-placed', {}, 'de-DE');
    expect(text).toMatch(/2 × Zoë.* \(T-1\) +1\.234,56\s€/);
    expect(text).toMatch(/1 × Kanne \(P-1\) +0,05\s€/);
    expect(text).toMatch(/Summe: 1\.234,61\s€/);
    expect(text).toMatch(/\nSoon$/m);
  });

  test.each([
    ['JPY', 'en-US', /Total: ¥123,461/],
    ['KWD', 'en-US', /Total: KWD\s123\.461/],
    ['USD', 'en-US', /Total: \$1,234\.61/],
    ['EUR', 'fr-FR', /Total : 1\s234,61\s€/],
    // English words beside Polish numbers would be nobody's language.
    ['EUR', 'pl-PL', /Total: €1,234\.61/],
  ])('counts the minor units of %s as that currency does, written for %s', async (currency, locale, total) => {
    expect((await rendered('order-fulfilled', { currency }, locale)).text).toMatch(total);
  });

  test('greets who has no name, and leaves out what is empty', async () => {
    const { text } = await rendered('order-placed', { customerName: '', message: '', orderText: '' });
    expect(text).toContain('Hello,');
    expect(text).not.toContain('You wrote');
  });

  test('that was cancelled says by whom, and why when a reason was given', async () => {
    expect((await rendered('order-cancelled', { byCustomer: true, reason: '' })).text).toMatch(
      /You have cancelled.*\.$/m,
    );
    expect((await rendered('order-cancelled', { reason: 'Sold out' })).text).toMatch(/The reason:\n+Sold out/);
  });
});
