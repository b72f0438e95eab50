import { createServer } from 'node:http';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reservePorts, type Reservation } from '../stack/ports.ts';
import { newestFirst, startMailbox, type Message } from './server.ts';
import { merge } from './sign-in-links.ts';

const code = (oobCode: string) => ({
  email: 'olga@shop.example',
  oobCode,
  oobLink: `http://127.0.0.1/action?a=1&oobCode=${oobCode}`,
  requestType: 'EMAIL_SIGNIN',
});

describe('sign-in links', () => {
  test('become one mail each, which keeps the time when it was first seen', () => {
    const first = merge(new Map(), [code('a')], new Date('2026-01-01T10:00:00Z'));
    const second = merge(first, [code('a'), code('b')], new Date('2026-01-01T10:01:00Z'));
    expect([...second.values()].map(({ id, at }) => [id, at])).toEqual([
      ['a', '2026-01-01T10:00:00.000Z'],
      ['b', '2026-01-01T10:01:00.000Z'],
    ]);
  });

  test('stay when they were used, as mails do', () => {
    const seen = merge(new Map(), [code('a')], new Date());
    expect([...merge(seen, [], new Date()).keys()]).toEqual(['a']);
  });

  test('are escaped where they stand in HTML', () => {
    const [mail] = merge(new Map(), [code('a')], new Date()).values();
    expect(mail?.html).toContain('a=1&amp;oobCode=a"');
    expect(mail?.text).toContain('a=1&oobCode=a\n');
  });
});

test('the newest mail comes first, and of one instant the later one', () => {
  const mail = (id: string, at: string): Message => ({ id, at, to: '', subject: '', text: '', html: '' });
  const mails = [
    mail('1', '2026-01-01T10:00:00Z'),
    mail('2', '2026-01-01T10:00:01Z'),
    mail('3', '2026-01-01T10:00:01Z'),
  ];
  expect(newestFirst(mails).map(({ id }) => id)).toEqual(['3', '2', '1']);
});

describe('the mailbox', () => {
  let reservation: Reservation;
  let url: string;
  let mailbox: { close: () => void };
  const auth = createServer((_, response) => response.end(JSON.stringify({ oobCodes: [code('link')] })));

  beforeAll(async () => {
    reservation = await reservePorts();
    const { ports } = reservation;
    url = `http://127.0.0.1:${ports.mailbox}`;
    await new Promise<void>((resolve) => auth.listen(ports.auth, '127.0.0.1', resolve));
    mailbox = await startMailbox(ports);
    const transport = createTransport(`smtp://127.0.0.1:${ports.smtp}`);
    const to = ['Mia@shop.example', 'noah@shop.example'];
    await transport.sendMail({ from: 'a@b.example', to, subject: 'Grüße', text: 'Hello', html: '<p>Hello</p>' });
    transport.close();
  });
  afterAll(() => {
    mailbox.close();
    auth.close();
    reservation.release();
  });

  const messages = async (query = ''): Promise<Message[]> =>
    (await (await fetch(`${url}/messages${query}`)).json()) as Message[];

  test('shows a mail to each of its addresses, in any case, and to nobody else', async () => {
    const [mail] = await messages('?to=mia@shop.example');
    expect(mail).toMatchObject({ to: 'Mia@shop.example, noah@shop.example', subject: 'Grüße', text: 'Hello' });
    expect(mail?.html).toContain('<p>Hello</p>');
    expect(await messages('?to=NOAH@shop.example')).toHaveLength(1);
    expect(await messages('?to=shop.example')).toEqual([]);
  });

  test('shows the Auth emulator’s links among the mails', async () => {
    expect(await messages('?to=olga@shop.example')).toMatchObject([{ id: 'link', subject: 'Sign in to Tenantry' }]);
    expect(await messages()).toHaveLength(2);
  });

  test('answers an unknown path with 404 and an unknown verb with 405, in JSON that any page may read', async () => {
    const unknown = await fetch(`${url}/nothing%zz`);
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toHaveProperty('error');
    expect(unknown.headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(`${url}/messages`, { method: 'POST' })).status).toBe(405);
  });

  test('is empty after it was emptied, links that are still valid included', async () => {
    expect((await fetch(`${url}/messages`, { method: 'DELETE' })).status).toBe(204);
    expect(await messages()).toEqual([]);
  });
});
