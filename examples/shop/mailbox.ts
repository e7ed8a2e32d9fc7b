import type { SentMail } from '@leb-renew/server';
import { html } from 'hono/html';

/** What the shop has sent, newest first. */
export const mailboxPage = (mails: readonly SentMail[]) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Mailbox · Harbour SIM</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/shop.css" />
      </head>
      <body>
        <header>
          <a class="brand" href="/">Harbour SIM</a>
          <nav><a href="/mailbox">Mailbox</a></nav>
        </header>
        <main>
          <section>
            <h1>Mailbox</h1>
            ${mails.length === 0 ? html`<p>Nothing has been sent yet.</p>` : mails.map(article)}
          </section>
        </main>
      </body>
    </html>`;

/** A mail runs nothing here, and what it links to opens in a tab of its own. */
const links = 'allow-popups allow-popups-to-escape-sandbox';
const newTab = '<base target="_blank">';

const sent = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'long',
  timeZone: 'UTC',
});

const article = ({ to, subject, sentAt, html: body, attachments }: SentMail) =>
  html`<article>
    <h2>${subject}</h2>
    <dl>
      <dt>To</dt>
      <dd>${to}</dd>
      <dt>Sent</dt>
      <dd><time datetime="${sentAt}">${sent.format(new Date(sentAt))}</time></dd>
      ${attachments.map(
        ({ filename }) =>
          html`<dt>Attached</dt>
            <dd>${filename}</dd>`,
      )}
    </dl>
    <iframe
      title="${subject}"
      sandbox="${links}"
      srcdoc="${body.replace('<head>', `<head>${newTab}`)}"
    ></iframe>
  </article>`;
