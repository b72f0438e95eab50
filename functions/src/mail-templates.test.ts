import { type MailKind, mailKinds, type MailData } from '@tenantry/model/mails';
import { describe, expect, test } from 'vitest';
import { renderMail } from './mail-templates.ts';

const hostile = 'Zoë 👩‍🚀 <script>alert(1)</script> & "Co"';
const links = { webUrl: 'https://shop.example', secretLink: 'https://shop.example/invite/t/i#s-_3' };

const order = {
  shopName: hostile,
  slug: 'blue-door',
  locale: 'de-DE',
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

/** Where each kind leads. */
const orderPage = 'https://shop.example/portal/blue-door/orders/order-1';
const leadsTo = {
  invitation: links.secretLink,
  'role-changed': 'https://shop.example/t/blue-door',
  'member-removed': 'https://shop.example',
  'ownership-offered': 'https://shop.example/t/blue-door/team',
  'order-placed': orderPage,
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
  'order-placed': { ...order, orderText: `${hostile}\nSoon`, message: hostile },
  'order-fulfilled': order,
  'order-cancelled': { ...order, reason: hostile, byCustomer: false },
};

const kinds = Object.keys(mailKinds) as MailKind[];
const rendered = (kind: MailKind, changes: object = {}) =>
  renderMail({ kind, data: { ...samples[kind], ...changes } }, links);

describe.each(kinds)('the mail %s', (kind) => {
  test('shows what people wrote as text and lets none of it become markup', async () => {
    const { subject, html, text } = await rendered(kind);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    expect(text).toContain(hostile);
    expect(subject).toContain('👩‍🚀');
  });

  test('has a subject of one short line, whatever the names hold', async () => {
    const name = `Shop\r\nBcc: eve@example.com\u2028\u202e\u0000${'👩‍🚀'.repeat(300)}\ud83d`;
    const { subject } = await rendered(kind, { shopName: name, tenantName: name, inviterName: name, actorName: name });
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
    expect(subject.isWellFormed()).toBe(true);
    expect([...new Intl.Segmenter('en').segment(subject)].length).toBeLessThanOrEqual(150);
  });

  test('says in HTML and in text where to go', async () => {
    const { html, text } = await rendered(kind);
    const link = leadsTo[kind];
    expect(html).toContain(`href="${link}"`);
    expect(text).toMatch(new RegExp(`${link}$`, 'm'));
  });
});

describe('an order in a mail', () => {
  test('has its lines and its total in the shop’s currency and way of writing', async () => {
    const { text } = await rendered('order-placed');
    expect(text).toMatch(/2 × Zoë.* \(T-1\) +1\.234,56\s€/);
    expect(text).toMatch(/1 × Kanne \(P-1\) +0,05\s€/);
    expect(text).toMatch(/Total: 1\.234,61\s€/);
    expect(text).toMatch(/\nSoon$/m);
  });

  test.each([
    ['JPY', 'ja-JP', /Total: ￥123,461/],
    ['KWD', 'en-US', /Total: KWD\s123\.461/],
    ['USD', 'en-US', /Total: \$1,234\.61/],
  ])('counts the minor units of %s as that currency does', async (currency, locale, total) => {
    expect((await rendered('order-fulfilled', { currency, locale })).text).toMatch(total);
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
