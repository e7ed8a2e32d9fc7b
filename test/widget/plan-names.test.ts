import { expect, fixture, html } from '@open-wc/testing';
import type { Plan, PlanRef, RenewalState } from '@leb-renew/core';
import type { CheckoutPanel, PlanPicker, ReceiptPanel } from '@leb-renew/widget';
import '@leb-renew/widget/checkout-panel/define';
import '@leb-renew/widget/plan-picker/define';
import '@leb-renew/widget/receipt/define';
import { fileOf, receiptPaper } from '../../packages/widget/src/elements/receipt/paper.ts';
import { receipt as arabic } from '../../packages/widget/src/text/ar/receipt.ts';
import { receipt as english } from '../../packages/widget/src/text/en/receipt.ts';
import { planNameWithin } from '../../packages/widget/src/text/plan-name.ts';
import { plan, plans, quote, receipt, receiptRow, stoppedClock } from './fixtures.ts';
import { textOf } from './page.ts';
import { soon } from './soon.ts';

const month = {
  planId: 'month',
  name: 'Thirty',
  nameIn: { de: 'Dreißig', 'zh-Hans': '三十日', ar: 'ثلاثون 30' },
};
const year = { planId: 'year', name: 'Dozen', nameIn: { de: 'Dutzend', 'zh-Hans': '一打', ar: 'دزينة 12' } };
const monthly = { ...month, term: { months: 1 } };
const yearly: PlanRef = { ...year, term: { months: 12 } };

const offers: readonly Plan[] = [
  { ...plans[0]!, ...month, includesIn: { 'zh-Hans': ['四十国'] } },
  plan({
    ...year,
    includesIn: { 'zh-Hans': ['六十国'] },
    price: { ...plan().price, saving: { percent: 22, comparedWith: { ...month, times: 12 } } },
  }),
];

async function picker(
  lang: string,
  changes: { layout?: 'list' | 'table'; offers?: readonly unknown[] } = {},
) {
  const el = await fixture<PlanPicker>(html`
    <leb-plan-picker
      lang=${lang}
      zone="Asia/Shanghai"
      selected="year"
      layout=${changes.layout ?? 'list'}
      .plans=${changes.offers ?? offers}
      .clock=${stoppedClock()}
    ></leb-plan-picker>
  `);
  const root = el.shadowRoot!;
  return {
    el,
    root,
    words: () => textOf(root),
    onward: () => textOf(root.querySelector('[part=continue]')),
    need: async (days: number) => {
      const input = root.querySelector<HTMLInputElement>('.need input')!;
      input.valueAsNumber = days;
      input.dispatchEvent(new InputEvent('input'));
      await el.updateComplete;
      return textOf(root.querySelector('.need [role=status]'));
    },
  };
}

async function checkout(lang: string, bought: PlanRef) {
  const [line, tax] = quote().lines;
  const lines = [{ ...line!, label: 'Dozen for one', labelIn: { 'zh-Hans': '一打一份' } }, tax!];
  const state: RenewalState = { status: 'agreeing', run: 1, quote: quote({ plan: bought, lines }) };
  const el = await fixture<CheckoutPanel>(html`
    <leb-checkout-panel lang=${lang} .state=${state} .clock=${stoppedClock()}></leb-checkout-panel>
  `);
  return {
    el,
    words: () => textOf(el.shadowRoot),
    row: () => textOf(el.shadowRoot!.querySelector('dd')),
  };
}

describe('the name of a plan', () => {
  for (const layout of ['list', 'table'] as const)
    it(`is in the language of the words, in a ${layout} of plans, and changes with it without a choice being lost`, async () => {
      const { el, root, words, onward, need } = await picker('en', { layout });
      expect(onward()).to.equal('Continue with Dozen');
      expect(words()).to.contain('compared with 12 × Thirty').and.to.contain('60 countries');
      expect(await need(300)).to.match(/^Dozen costs the least/);
      expect(await need(3_000)).to.contain('Dozen comes nearest');

      el.lang = 'zh-CN';
      await soon(() => onward().includes('一打'), 'Chinese');
      expect(words()).to.contain('12 × 三十日').and.to.contain('六十国').and.to.contain('四十国');
      expect(textOf(root.querySelector('.need [role=status]'))).to.contain('一打');
      expect(words()).not.to.match(/Dozen|Thirty|countries/);
      expect(el.selected).to.equal('year');
      expect(root.querySelector<HTMLInputElement>('input:checked')?.value).to.equal('year');

      el.lang = 'en';
      await soon(() => onward() === 'Continue with Dozen', 'English');
    });

  it('is the one it has where its seller has no other, or none in the language of the words', async () => {
    expect((await picker('en', { offers: plans })).onward()).to.equal('Continue with 1 year');
    expect(planNameWithin(yearly, 'fr')).to.equal('Dozen');
  });

  it('stands apart from a sentence that runs the other way, and in any that runs from right to left', async () => {
    expect(planNameWithin(yearly, 'en')).to.equal('Dozen');
    expect(planNameWithin(yearly, 'ar')).to.equal('\u2068دزينة 12\u2069');
    expect(planNameWithin(yearly, 'ar-EG')).to.equal('\u2068دزينة 12\u2069');
    expect(planNameWithin({ name: '1 year' }, 'ar')).to.equal('\u20681 year\u2069');
    const arabic = { ...plan(), name: 'دزينة 12' };
    const { onward } = await picker('en', { offers: [arabic] });
    expect(onward()).to.equal('Continue with \u2068دزينة 12\u2069');
    const inArabic = await picker('ar');
    await soon(() => inArabic.onward() === 'المتابعة مع \u2068دزينة 12\u2069', inArabic.onward());
    expect(await inArabic.need(300)).to.match(/^\u2068دزينة 12\u2069 /);
    expect(await inArabic.need(3_000)).to.contain(' \u2068دزينة 12\u2069');
    expect(inArabic.words())
      .to.contain('× \u2068ثلاثون 30\u2069')
      .and.not.to.match(/\u2068\u2068/);
  });

  it('is in the language of the words before a payment, on its line of the price too', async () => {
    const { el, words, row } = await checkout('en', yearly);
    expect(row()).to.equal('Dozen · 1 year');
    expect(words()).to.contain('Dozen for one');
    el.lang = 'zh-Hans';
    await soon(() => row() === '一打 · 1 年', 'Chinese');
    expect(words()).to.contain('一打一份').and.not.to.contain('Dozen');
  });

  it('is not followed by the term that it tells already', async () => {
    const rowOf = async (name: string, lang: string, said: string) => {
      const { row } = await checkout(lang, { ...yearly, name, nameIn: {} });
      await soon(() => row() === said, `${said}, not ${row()}`);
    };
    await rowOf('1 year', 'en', '1 year');
    await rowOf('1年', 'zh-Hans', '1年');
    await rowOf('一年', 'zh-Hans', '一年 · 1 年');
    await rowOf('1年', 'ja', '1年');
    await rowOf('1', 'en', '1 · 1 year');
  });

  it('is in the language of the words on a receipt, on its lines, in the list of others, and on paper', async () => {
    const shown = receipt({
      plan: yearly,
      lines: [
        {
          ...quote().lines[0]!,
          label: 'Dozen for one',
          labelIn: { 'zh-Hans': '一打一份', ar: 'دزينة لواحد' },
        },
        {
          kind: 'fee',
          label: 'Fee',
          amount: { minor: 1, currency: 'USD', exponent: 2 },
          rateBasisPoints: null,
        },
      ],
    });
    const el = await fixture<ReceiptPanel>(html`
      <leb-receipt
        lang="en"
        .receipt=${shown}
        .past=${[receiptRow({ plan: monthly, number: 'R-2025-00001' })]}
        .clock=${stoppedClock()}
      ></leb-receipt>
    `);
    const words = () => textOf(el.shadowRoot);
    for (const name of ['Dozen', 'Dozen for one', 'Thirty']) expect(words()).to.contain(name);
    el.lang = 'zh-Hans';
    await soon(() => words().includes('一打一份'), 'Chinese');
    expect(words())
      .to.contain('三十日')
      .and.not.to.match(/Dozen|Thirty/);
    const paper = fileOf(receiptPaper(shown, english, 'ar'));
    for (const name of ['\u2068دزينة 12\u2069', 'دزينة لواحد']) expect(paper).to.contain(name);
    expect(receiptPaper(shown, english, 'en').documentElement.dir).to.equal('ltr');
    expect(receiptPaper(shown, arabic, 'ar').documentElement.dir).to.equal('rtl');
  });

  it('that is in no language is a mistake of the page: nothing is shown of it, and nothing breaks', async () => {
    const warned: string[] = [];
    const { warn } = console;
    console.warn = (...said: unknown[]) => void warned.push(said.join(' '));
    try {
      for (const nameIn of [{ de_AT: 'Dutzend' }, { de: 12 }, 'Dutzend', null]) {
        const { onward, words } = await picker('en', { offers: [{ ...plan(), nameIn }] });
        expect(onward()).to.equal('');
        expect(words()).to.contain('cannot show the plans').and.not.to.contain('Dutzend');
      }
      expect(warned.join()).to.contain('plans.0.nameIn is an object, must be text by BCP 47 tag');
    } finally {
      console.warn = warn;
    }
  });
});
