import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createSandbox, demoAccount } from '@leb-renew/core/sandbox';
import {
  browserClock,
  ReminderEvent,
  type Ports,
  type ProblemEvent,
  type LebRenewalElement,
} from '@leb-renew/widget';
import '@leb-renew/widget/define';
import { soon } from './soon.ts';

/** The journey on the in-memory sandbox, at the list of cards; the first of them is a little changed. */
async function setup({ lang = 'en', version = '7', cardRef = 'card-global' } = {}) {
  const clock = browserClock();
  const { api } = createSandbox({ clock });
  async function cards(): ReturnType<typeof api.cards> {
    const answer = await api.cards();
    if (!answer.ok) return answer;
    const [first, ...others] = answer.value.cards;
    const changed = { ...first!, cardRef, entitlement: { ...first!.entitlement, version } };
    return { ok: true, value: { cards: [changed, ...others] } };
  }
  const tickets = { load: () => null, save: () => {}, clear: () => {} };
  const ports: Ports = { api: { ...api, cards }, clock, payments: [], tickets };
  const el = await fixture<LebRenewalElement>(html`<leb-renewal lang=${lang} .ports=${ports}></leb-renewal>`);
  const list = () => el.shadowRoot!.querySelector('leb-card-list')?.shadowRoot;
  const badge = () => list()?.querySelector('leb-status-badge');
  await soon(() => el.querySelector('form') !== null, 'shows no form');
  el.querySelector<HTMLInputElement>('[autocomplete=username]')!.value = demoAccount.email;
  el.querySelector<HTMLInputElement>('[autocomplete=current-password]')!.value = demoAccount.password;
  el.querySelector('form')!.requestSubmit();
  await soon(() => badge() && list()?.querySelector('[aria-busy]') === null, 'no cards');
  return { el, remind: () => badge()!.dispatchEvent(new ReminderEvent(cardRef)) };
}

/** What is saved next: the name and the lines of the file. */
async function saved(act: () => void): Promise<{ name: string; lines: string[] }> {
  const { click } = HTMLAnchorElement.prototype;
  const link = await new Promise<HTMLAnchorElement>((resolve) => {
    HTMLAnchorElement.prototype.click = function () {
      HTMLAnchorElement.prototype.click = click;
      resolve(this);
    };
    act();
  });
  return { name: link.download, lines: (await (await fetch(link.href)).text()).split('\r\n') };
}
const values = (lines: readonly string[], name: string) =>
  lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));

describe('a reminder that the person asks for', () => {
  it('is a calendar file with the end of the card and what comes before it', async () => {
    const { remind } = await setup();
    const { name, lines } = await saved(remind);
    expect(name).to.equal('card-global.ics');
    expect(values(lines, 'UID')).to.deep.equal(['card-global@leb-renew', 'card-global.1@leb-renew']);
    expect(values(lines, 'SUMMARY')).to.deep.equal(['LEB Global card ends', 'LEB Global card ends in 1 day']);
    expect(values(lines, 'SEQUENCE')).to.deep.equal(['7', '7']);
    expect(lines).to.include('DESCRIPTION:LEB Global card ends in 7 days');
    expect(lines.join('').replaceAll(' ', '')).to.contain('Renewbeforethentostayconnected.');
  });

  it('is in the language of the page, and needs no number as version', async () => {
    const { remind } = await setup({ version: 'a-hash', lang: 'zh-Hans' });
    const { lines } = await saved(remind);
    expect(values(lines, 'SUMMARY')[1]).to.equal('LEB Global card 还有 1 天到期');
    expect(values(lines, 'SEQUENCE')).to.deep.equal(['0', '0']);
  });

  it('is a problem that the page hears of when it cannot be made', async () => {
    const { el, remind } = await setup({ cardRef: 'no such form' });
    setTimeout(remind);
    const { problem } = await oneEvent<ProblemEvent>(el, 'leb-problem');
    expect(problem.detail).to.contain('cardRef is "no such form"');
  });
});
