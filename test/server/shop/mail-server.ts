import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { certificate, certificateKey } from './mail-certificate.ts';

export interface Arrived {
  /** As the sending server named them, which is what counts. */
  readonly from: string;
  readonly to: readonly string[];
  readonly isEncrypted: boolean;
  readonly raw: string;
  readonly mail: ParsedMail;
}

export interface MailServer {
  readonly port: number;
  readonly arrived: readonly Arrived[];
  /** Commands that it got, in capitals and without what follows. */
  readonly heard: readonly string[];
}

export interface MailServerOptions extends SMTPServerOptions {
  readonly host?: string;
  readonly port?: number;
  /** How many mails it turns away before it takes one. */
  readonly refusing?: number;
}

/** A real SMTP server, closed with the test. Offers STARTTLS unless it is told not to. */
export async function openMailServer(
  t: TestContext,
  { host = '127.0.0.1', port = 0, refusing = 0, ...options }: MailServerOptions = {},
): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const heard: string[] = [];
  let turnsAway = refusing;
  const server = new SMTPServer({
    authOptional: true,
    cert: certificate,
    key: certificateKey,
    logger: false,
    // Whoever keeps a connection open is not waited for.
    closeTimeout: 50,
    onMailFrom(_from, _session, done) {
      heard.push('MAIL');
      done(turnsAway-- > 0 ? Object.assign(new Error('try later'), { responseCode: 451 }) : null);
    },
    onData(stream, { envelope, secure }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        void simpleParser(raw).then((mail) => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const to = envelope.rcptTo.map(({ address }) => address);
          arrived.push({ from, to, isEncrypted: secure, raw, mail });
          done();
        });
      });
    },
    ...options,
    ...(options.onAuth && {
      onAuth(...given: Parameters<NonNullable<SMTPServerOptions['onAuth']>>) {
        heard.push('AUTH');
        options.onAuth?.(...given);
      },
    }),
  });
  // Whoever does not trust its certificate hangs up in the middle.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  t.after(() => new Promise<void>((resolve) => server.close(resolve)));
  return { port: (server.server.address() as AddressInfo).port, arrived, heard };
}
