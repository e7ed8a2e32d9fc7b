import { expect } from '@open-wc/testing';
import { problem } from '@leb-renew/core';
import { browserPorts } from '@leb-renew/widget';
import '@leb-renew/widget/renewal/define';
import { readIn } from './page.ts';
import { soon } from './soon.ts';
import { heardBy } from './warnings.ts';

type Fetch = () => Promise<Response>;

const page: Fetch = () =>
  Promise.resolve(new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
const problemOf = (code: 'not-signed-in' | 'not-found', status: number): Response =>
  new Response(JSON.stringify(problem(code)), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const refused: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));

/** An element whose server answers like this, once it has come to its first view. */
async function visit(endpoint: string, fetch: Fetch) {
  const own = window.fetch;
  let isAsked = false;
  window.fetch = () => {
    isAsked = true;
    return fetch();
  };
  const el = Object.assign(document.createElement('leb-renewal'), { lang: 'en', endpoint });
  document.body.append(el);
  await soon(() => isAsked && readIn(el.shadowRoot!).includes('Forgot your password?'));
  window.fetch = own;
  el.remove();
}

const online = (isOnline: boolean): void =>
  void Object.defineProperty(navigator, 'onLine', { configurable: true, value: isOnline });

describe('the address of a server', () => {
  const ear = heardBy(console);
  const told = () => ear.warnings.filter((each) => each.startsWith('<leb-'));
  after(() => {
    ear.stop();
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('is not called into question where it answers, nor without a connection', async () => {
    await visit('/signed-out', () => Promise.resolve(problemOf('not-signed-in', 401)));
    await visit('/gone', () => Promise.resolve(problemOf('not-found', 404)));
    online(false);
    await visit('/offline', refused);
    online(true);
  });

  it('is not called into question by what breaks after an answer', async () => {
    const own = window.fetch;
    const { api } = browserPorts('/broken-later', () => 'en');
    const codes: unknown[] = [];
    for (const fetch of [() => Promise.resolve(problemOf('not-signed-in', 401)), page, refused]) {
      window.fetch = fetch;
      const answer = await api.refreshSession();
      codes.push(!answer.ok && answer.problem.code);
    }
    window.fetch = own;
    expect(codes).to.deep.equal(['not-signed-in', 'wrong-answer', 'unavailable']);
  });

  const rows: Readonly<Record<string, Fetch>> = {
    'nobody may reach': refused,
    'a page of its own stands at': page,
    'another server does not know': () => Promise.resolve(Response.json({ message: 'no' }, { status: 404 })),
    'a page’s own fetch throws at': () => {
      throw new TypeError('no');
    },
  };
  for (const [nth, [what, fetch]] of Object.entries(rows).entries())
    it(`that ${what} is named to the developer, once, with what to look at`, async () => {
      online(true);
      await visit(`/nowhere-${nth}`, fetch);
      await soon(() => told().length > nth);
      await visit(`/nowhere-${nth}`, fetch);
      expect(told().length).to.equal(nth + 1);
      expect(told().at(-1)).to.equal(
        `<leb-*>: no renewal server answers at ${location.origin}/nowhere-${nth}: check this address, the allowedOrigins ` +
          'of the server, and connect-src in the Content-Security-Policy of the page, see docs/embedding.md',
      );
    });
});
