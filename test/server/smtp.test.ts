import { smtpMailer, type Mail } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import tls from 'node:tls';
import { certificate } from './shop/mail-certificate.ts';
import { openMailServer, type MailServer, type MailServerOptions } from './shop/mail-server.ts';
import { openShop } from './shop/open-shop.ts';
import { accounts } from './shop/seed.ts';
import { until } from './shop/until.ts';

const from = 'Harbour SIM <help@shop.example>';
const letter: Mail = {
  key: 'letter:1',
  to: 'mira@example.com',
  subject: 'Your card ends soon',
  text: 'A text',
  html: '<p>A text</p>',
  attachments: [],
};

function mailer(t: TestContext, url: string) {
  const made = smtpMailer({ url, from });
  t.after(() => made.stop?.());
  return made;
}

const arrivedAt = (server: MailServer, subject: RegExp) =>
  until(`a mail like ${String(subject)}`, () =>
    Promise.resolve(server.arrived.find(({ mail }) => subject.test(mail.subject ?? ''))),
  );

/** A port that nothing listens on, for now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a renewal is confirmed by a mail with text, HTML and the reminder file', async (t) => {
  const server = await openMailServer(t);
  const shop = await openShop(t, {
    aroundMailer: () => mailer(t, `smtp://127.0.0.1:${server.port}`),
  });
  const begun = await shop.begin(await shop.signIn(), (await shop.quote(await shop.signIn())).quoteId);
  await shop.pay(begun, 'approve');
  const { from: sender, to, mail } = await arrivedAt(server, /^Renewed: LEB Global card until/);
  assert.deepEqual([sender, to], ['help@shop.example', [accounts.mira.email]]);
  assert.equal(mail.from?.text, '"Harbour SIM" <help@shop.example>');
  assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
  assert.ok(mail.text?.includes('Hello Mira Lindqvist,'));
  assert.ok(String(mail.html).includes('<h1'));
  const [reminder] = mail.attachments;
  assert.deepEqual(
    [reminder?.filename, reminder?.contentType, mail.attachments.length],
    ['renewal-reminder.ics', 'text/calendar', 1],
  );
  assert.ok(reminder?.content.toString().startsWith('BEGIN:VCALENDAR\r\n'));
});

test('a link in a mail arrives whole, in the language of whoever asked for it', async (t) => {
  const server = await openMailServer(t);
  const pageUrl = 'https://shop.example/a/page/with/a/rather/long/address/that/no/line/of/a/mail/could/hold';
  const shop = await openShop(t, {
    options: { pageUrl },
    aroundMailer: () => mailer(t, `smtp://127.0.0.1:${server.port}`),
  });
  await fetch(`${shop.url}/session/reset`, {
    method: 'POST',
    headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' },
    body: JSON.stringify({ email: accounts.mira.email }),
  });
  const { mail } = await arrivedAt(server, /^设置新密码$/);
  const token = new RegExp(`^${pageUrl}#leb-reset=(\\w+)$`, 'm').exec(mail.text ?? '')?.[1];
  assert.ok(token);
  assert.ok(String(mail.html).includes(`href="${pageUrl}#leb-reset=${token}"`));
  assert.ok(String(mail.html).includes('<html lang="zh-Hans">'));
  const done = await shop.call('setPassword', { body: { token, password: 'a new password' } });
  assert.equal(done.status, 204);
});

test('a mail server that is gone delays a letter and loses none', async (t) => {
  const port = await freePort();
  const shop = await openShop(t, {
    options: { pageUrl: 'https://shop.example' },
    aroundMailer: () => mailer(t, `smtp://127.0.0.1:${port}`),
  });
  let failures = 0;
  await shop.stopServer();
  await shop.restartServer({
    options: { pageUrl: 'https://shop.example' },
    aroundMailer: () => mailer(t, `smtp://127.0.0.1:${port}`),
    log: ({ event }) => void (failures += event === 'jobs.send-letter.again' ? 1 : 0),
  });
  assert.equal((await shop.call('requestReset', { body: { email: accounts.mira.email } })).status, 204);
  await until('a try that failed', () => Promise.resolve(failures > 0));
  const server = await openMailServer(t, { port, refusing: 1 });
  const { to } = await arrivedAt(server, /Choose a new password/);
  assert.deepEqual(to, [accounts.mira.email]);
  assert.ok(server.heard.length >= 2, 'turned away once, and taken then');
});

test('no name, label or address makes a header or a second recipient', async (t) => {
  const server = await openMailServer(t);
  const send = mailer(t, `smtp://127.0.0.1:${server.port}`).send;
  const injections = [
    '\r\nBcc: evil@example.com',
    '\nBcc: evil@example.com\n\nBody',
    '\r\rBcc: evil@example.com',
    '\u2028Bcc: evil@example.com',
    '\u0000',
  ];
  for (const [i, injection] of injections.entries()) {
    await send({
      ...letter,
      key: `letter:${i}`,
      subject: `A card${injection}`,
      attachments: [{ filename: `a${injection}.ics`, type: `text/calendar${injection}`, content: 'x' }],
    });
    const { to, mail, raw } = server.arrived.at(-1) ?? assert.fail();
    assert.deepEqual(to, ['mira@example.com']);
    assert.deepEqual([mail.bcc, mail.headers.get('bcc')], [undefined, undefined], JSON.stringify(injection));
    assert.ok(!/^bcc:/im.test(raw), JSON.stringify(injection));
    assert.ok(!/[\p{Cc}\u2028]/u.test(mail.subject ?? ''), JSON.stringify(mail.subject));
    assert.equal(mail.html, letter.html);
  }
  const addresses = [
    'mira@example.com, evil@example.com',
    'mira@example.com\r\nRCPT TO:<evil@example.com>',
    'a<evil@example.com>',
    'mira@example.com>\r\nDATA',
  ];
  for (const to of addresses) {
    const before = server.arrived.length;
    await send({ ...letter, to }).catch(() => undefined);
    for (const arrived of server.arrived.slice(before)) {
      assert.equal(arrived.to.length, 1, to);
      assert.notEqual(arrived.to[0], 'evil@example.com', to);
    }
  }
});

test('a sender is named as the seller wrote it', async (t) => {
  const server = await openMailServer(t);
  const url = `smtp://127.0.0.1:${server.port}`;
  const rows = [
    ['help@shop.example', ''],
    ['<help@shop.example>', ''],
    ['Harbour SIM <help@shop.example>', 'Harbour SIM'],
    ['"Harbour, SIM" <help@shop.example>', 'Harbour, SIM'],
    ['港口电信 <help@shop.example>', '港口电信'],
  ] as const;
  for (const [sender, name] of rows) {
    const made = smtpMailer({ url, from: sender });
    await made.send(letter);
    await made.stop?.();
    const { from: envelope, mail } = server.arrived.at(-1) ?? assert.fail();
    assert.deepEqual([envelope, mail.from?.value], ['help@shop.example', [{ address: envelope, name }]]);
  }
});

test('each try of a mail carries the same Message-ID, and another mail another', async (t) => {
  const server = await openMailServer(t);
  const { send } = mailer(t, `smtp://127.0.0.1:${server.port}`);
  await send(letter);
  await send(letter);
  await send({ ...letter, key: 'letter:2' });
  const [one, again, other] = server.arrived.map(({ mail }) => mail.messageId);
  assert.match(one ?? '', /^<[0-9a-f]{32}@shop\.example>$/);
  assert.equal(one, again);
  assert.notEqual(one, other);
});

test('name and password go to a server that proves who it is, and only inside TLS', async (t) => {
  const credentials = 'shop:a%20pass%2Fword';
  const options: MailServerOptions = {
    host: '127.0.0.2',
    authOptional: false,
    onAuth({ username, password }, _session, done) {
      if (username === 'shop' && password === 'a pass/word') done(null, { user: username });
      else done(new Error('no'));
    },
  };
  const plain = await openMailServer(t, {
    ...options,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
  });
  const upgrading = await openMailServer(t, options);
  const encrypted = await openMailServer(t, { ...options, secure: true });
  const urls = {
    plain: `smtp://${credentials}@127.0.0.2:${plain.port}`,
    upgrading: `smtp://${credentials}@127.0.0.2:${upgrading.port}`,
    encrypted: `smtps://${credentials}@127.0.0.2:${encrypted.port}`,
  };
  for (const url of Object.values(urls)) await assert.rejects(mailer(t, url).send(letter), url);
  for (const { heard } of [plain, upgrading, encrypted]) assert.deepEqual(heard, []);

  const trusted = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...trusted, certificate]);
  t.after(() => tls.setDefaultCACertificates(trusted));
  await assert.rejects(mailer(t, urls.plain).send(letter));
  assert.deepEqual(plain.heard, []);
  for (const [url, server] of [
    [urls.upgrading, upgrading],
    [urls.encrypted, encrypted],
  ] as const) {
    await mailer(t, url).send(letter);
    assert.deepEqual(server.heard, ['AUTH', 'MAIL']);
    assert.equal(server.arrived[0]?.isEncrypted, true);
    const refused = mailer(t, url.replace('word@', 'wrong@')).send(letter);
    await assert.rejects(
      refused,
      (error: Error) => !`${error.stack} ${JSON.stringify(error)}`.includes('pass'),
    );
  }
});

test('a wrong setting is named with its rule, and no secret is repeated', () => {
  const secret = 'smtp-pass-word';
  const urls = [
    '',
    'mail.shop.example',
    `http://shop:${secret}@mail.shop.example`,
    `smtp://shop:${secret}@`,
    `smtps://shop:${secret}@mail.shop.example?tls.rejectUnauthorized=false`,
    `smtp://shop:${secret}@mail.shop.example:port`,
    `smtp://shop:${secret}%zz@mail.shop.example`,
  ];
  for (const url of urls) {
    const rule = (error: Error) =>
      error instanceof TypeError &&
      /^smtpMailer: url must be/.test(error.message) &&
      !error.message.includes(secret);
    assert.throws(() => smtpMailer({ url, from }), rule, url);
  }
  const senders = [
    '',
    'Harbour SIM',
    'a\r\nBcc: b@c.de <help@shop.example>',
    'a@b.de, c@d.ef',
    '<a@b.de> <c@d.ef>',
  ];
  for (const sender of senders) {
    const make = () => smtpMailer({ url: 'smtp://localhost', from: sender });
    assert.throws(make, { name: 'TypeError', message: /^smtpMailer: from must be an address/ }, sender);
  }
});
