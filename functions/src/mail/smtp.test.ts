import type { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { messageIdOf, sendThrough } from './smtp.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A server on a free port, and what it was given. */
async function listening(behaviour: SMTPServerOptions = {}) {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      stream.on('end', () => {
        received.push(raw);
        done();
      });
    },
    ...behaviour,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, received, server: server.server };
}

const from = 'Tenantry <no-reply@tenantry.example>';
const mail = { mailId: 'mail-1', to: 'ann@example.com', subject: 'Your order ☕', html: '<p>Hello</p>', text: 'Hello' };
const send = (port: number, changes: Partial<typeof mail> = {}) =>
  sendThrough(
    createTransport({ host: '127.0.0.1', port, socketTimeout: 1_000, greetingTimeout: 1_000 }),
    { ...mail, ...changes },
    from,
  );

const reply = (responseCode: number, words = 'no') => Object.assign(new Error(words), { responseCode });

describe('a sending', () => {
  test('hands over one mail to one address, under an id that is the same each time', async () => {
    const { port, received } = await listening();
    expect(await send(port)).toEqual({ kind: 'sent' });
    expect(await send(port)).toEqual({ kind: 'sent' });

    const [first, second] = await Promise.all(received.map((raw) => PostalMime.parse(raw)));
    expect(first).toMatchObject({ subject: mail.subject, messageId: '<mail-1@tenantry.example>' });
    expect(first?.to).toEqual([{ name: '', address: 'ann@example.com' }]);
    expect(second?.messageId).toBe(first?.messageId);
  });

  test('lets neither a subject nor an address begin a header or name a second person', async () => {
    const addresses: string[] = [];
    const { port, received } = await listening({
      onRcptTo({ address }, _session, done) {
        addresses.push(address);
        done();
      },
    });
    await send(port, { subject: 'Hello\r\nBcc: eve@example.com' });
    await send(port, { to: 'ann@example.com, eve@example.com' });
    await send(port, { to: 'ann@example.com>\r\nRCPT TO:<eve@example.com' });
    expect(addresses).not.toContain('eve@example.com');
    for (const raw of received) {
      const { bcc, to, headers } = await PostalMime.parse(raw);
      expect(bcc).toBeUndefined();
      expect(to ?? []).toHaveLength(1);
      expect(headers.filter(({ key }) => key === 'bcc')).toEqual([]);
    }
  });

  test('ends as refused for good when the server says so of the person, whose address no log learns', async () => {
    const { port } = await listening({ onRcptTo: ({ address }, _session, done) => done(reply(550, address)) });
    const outcome = await send(port);
    expect(outcome).toMatchObject({
      kind: 'refused',
      fault: new Error('The mail server failed: EENVELOPE RCPT TO 550.'),
    });
  });

  test('ends as refused for now when the server is busy, or does not take our sender', async () => {
    const busy = await listening({ onRcptTo: (_address, _session, done) => done(reply(450)) });
    const strict = await listening({ onMailFrom: (_address, _session, done) => done(reply(550)) });
    const full = await listening({
      onData: (stream, _session, done) => void stream.resume().on('end', () => done(reply(452))),
    });
    for (const { port } of [busy, strict, full]) expect(await send(port)).toMatchObject({ kind: 'later' });
  });

  test('ends as refused for now when there is no server', async () => {
    const { port } = await listening();
    for (const end of ends.splice(0)) await end();
    expect(await send(port)).toMatchObject({ kind: 'later' });
  });

  test('ends as unknown when the server has the mail and never answers, or goes away', async () => {
    const silent = await listening({ onData: (stream) => void stream.resume() });
    expect(await send(silent.port)).toMatchObject({ kind: 'unknown' });
    const sockets: Socket[] = [];
    const gone = await listening({
      onData: (stream) => void stream.resume().on('end', () => sockets.forEach((socket) => socket.destroy())),
    });
    gone.server.on('connection', (socket) => sockets.push(socket));
    expect(await send(gone.port)).toMatchObject({ kind: 'unknown' });
  });
});

test('a mail’s id takes the domain of the sender', () => {
  expect(messageIdOf('m', 'Shop <a@shop.example>')).toBe('<m@shop.example>');
  expect(messageIdOf('m', 'a@shop.example')).toBe('<m@shop.example>');
  expect(messageIdOf('m', 'nonsense')).toBe('<m@localhost>');
});
