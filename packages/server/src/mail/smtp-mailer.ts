import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Mailer } from './port.ts';

export interface SmtpMailerOptions {
  /**
   * `smtps://user:password@host` (TLS from the first byte, port 465) or `smtp://user:password@host` (port 587), which
   * must become TLS before anything is said. Only with a server on this machine is it not asked for.
   */
  readonly url: string;
  /** The seller's address, `help@shop.example` or `Harbour SIM <help@shop.example>`. */
  readonly from: string;
}

const patienceMs = 10_000;

/**
 * Sends by SMTP.
 *
 * @throws TypeError when the address of the server or of the sender is none; neither name nor password is repeated
 */
export function smtpMailer({ url, from }: SmtpMailerOptions): Mailer {
  const server = serverAt(url);
  const sender = /^(?:([^<>\p{Cc}]*?)\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/u.exec(from);
  must(sender !== null, 'from', 'must be an address like Harbour SIM <help@shop.example>');
  const [, name = '', address = sender[3] ?? ''] = sender;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const transport = createTransport({
    ...server,
    pool: true,
    maxConnections: 2,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: 3 * patienceMs,
    // No attachment or text of ours is ever fetched from a path or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send({ key, to, subject, text, html, attachments }) {
      const message = {
        from: { name: name.replace(/^"(.*)"$/, '$1'), address },
        // As an object, so that no comma or bracket in it makes two recipients of one.
        to: { name: '', address: oneLine(to) },
        subject: oneLine(subject),
        text,
        html,
        // The same for every try, so that a mail that was taken twice is shown once where programs care.
        messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: attachments.map(({ filename, type, content }) => ({
          filename: oneLine(filename),
          contentType: oneLine(type),
          content,
        })),
      };
      try {
        await transport.sendMail(message);
      } catch (error) {
        if (isRefused(error)) return 'refused';
        throw error;
      }
      return 'sent';
    },
    stop() {
      transport.close();
      return Promise.resolve();
    },
  };
}

/**
 * Whether the server will never take a mail to this address: no such mailbox, or one that takes nothing (RFC 5321
 * §4.2.3). A reply that blames us and not the address (RFC 3463 §3.8: 5.7.x) is another setting's business.
 */
function isRefused(error: unknown): boolean {
  const { command, responseCode, response } = error as Partial<Record<string, unknown>>;
  return (
    command === 'RCPT TO' &&
    [550, 551, 552, 553].includes(Number(responseCode)) &&
    !/^\d{3}[ -]5\.7\./.test(String(response))
  );
}

/** Whatever a customer has called a card, it stays inside its header. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** nodemailer would also take settings from the query, among them ones that switch the checks off. */
function serverAt(url: string) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const [user, pass] = [decoded(parsed?.username), decoded(parsed?.password)];
  must(
    parsed !== null &&
      /^smtps?:$/.test(parsed.protocol) &&
      parsed.hostname !== '' &&
      parsed.search === '' &&
      user !== null &&
      pass !== null,
    'url',
    'must be smtp://user:password@host:port or smtps://…, without a query',
  );
  const { protocol, hostname, port } = parsed;
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const secure = protocol === 'smtps:';
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isHere,
    ignoreTLS: isHere,
    tls: { minVersion: 'TLSv1.2' as const },
    ...(user === '' ? {} : { auth: { user, pass } }),
  };
}

function decoded(text = ''): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function must(holds: boolean, name: string, rule: string): asserts holds {
  if (!holds) throw new TypeError(`smtpMailer: ${name} ${rule}`);
}
