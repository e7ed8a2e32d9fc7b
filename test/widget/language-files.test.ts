import { expect } from '@open-wc/testing';
import '@leb-renew/widget/plan-picker/define';
import '@leb-renew/widget/status-badge/define';
import { languages, type Language } from '../../packages/widget/src/text/load-messages.ts';
import { card, plans } from './fixtures.ts';
import { soon } from './soon.ts';
import { seen } from './visit.ts';

const table = languages as Map<string, Language>;

/** German by a tag that nothing was loaded for, with what was asked for; the second file comes when it is let through. */
function german(tag: string) {
  const { first, whole } = table.get('de')!;
  const asked: string[] = [];
  let letThrough = () => {};
  const gate = new Promise<void>((resolve) => (letThrough = resolve));
  table.set(tag, {
    first: () => (asked.push('first'), first()),
    whole: () => (asked.push('whole'), gate.then(whole)),
  });
  return { asked, letThrough };
}

/** A page with a badge on it. They come in this order: what a page has said once counts for all of the file. */
describe('the two files of a language', () => {
  const page = document.createElement('div');
  const badge = Object.assign(document.createElement('leb-status-badge'), { card: card() });
  const picker = Object.assign(document.createElement('leb-plan-picker'), { plans });
  before(() => {
    page.lang = 'en';
    document.body.append(page);
    page.append(badge);
  });
  after(() => page.remove());

  it('are one for a badge alone', async () => {
    const { asked } = german('qaa');
    page.lang = 'qaa';
    await soon(() => seen(badge).includes('Verlängern'));
    expect(asked).to.deep.equal(['first']);
  });

  it('are both where plans are, which keep their place until then', async () => {
    const { asked, letThrough } = german('qab');
    page.lang = 'qab';
    await soon(() => asked.length === 1);
    page.append(picker);
    await soon(() => asked.includes('whole'));
    await picker.updateComplete;
    const isWaiting = () => picker.shadowRoot!.querySelector('[aria-busy=true]') !== null;
    expect(picker.offsetHeight).to.be.above(100);
    expect(isWaiting()).to.be.true;
    letThrough();
    await soon(() => seen(picker).includes('Tarif'));
    expect(isWaiting()).to.be.false;
  });

  it('come together where a page speaks more than the first', async () => {
    const { asked, letThrough } = german('qac');
    page.lang = 'en';
    await soon(() => seen(badge).includes('Renew') && seen(picker).includes('plan'));
    page.lang = 'qac';
    await soon(() => asked.includes('whole'));
    await Promise.all([badge.updateComplete, picker.updateComplete]);
    expect(seen(badge)).to.include('Renew');
    expect(seen(picker)).to.include('plan');
    letThrough();
    await soon(() => seen(picker).includes('Tarif'));
    expect(seen(badge)).to.include('Verlängern');
  });
});
