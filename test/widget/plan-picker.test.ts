import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Plan } from '@leb-renew/core';
import type { PlanPicker } from '@leb-renew/widget';
import '@leb-renew/widget/plan-picker/define';
import { sendKeys } from '@web/test-runner-commands';
import { plans, restartingPlan } from './fixtures.ts';
import { inDark, textOf } from './page.ts';

interface Shown {
  offers?: readonly Plan[] | null;
  selected?: string;
  currencies?: readonly string[];
  disabled?: boolean;
  busy?: boolean;
  /** Whether the parent follows the person's picks, as it should. */
  followed?: boolean;
}

/** A picker on the page and everything it has reported. */
async function setup({
  offers = plans,
  selected = '',
  currencies = ['USD'],
  disabled = false,
  busy = false,
  followed = false,
}: Shown = {}) {
  const said: string[] = [];
  const el = await fixture<PlanPicker>(html`
    <leb-plan-picker
      lang="en"
      currency="USD"
      zone="Asia/Shanghai"
      .plans=${offers}
      .selected=${selected}
      .currencies=${currencies}
      ?disabled=${disabled}
      ?busy=${busy}
      @leb-plan-pick=${({ type, planId }: HTMLElementEventMap['leb-plan-pick']) => {
        said.push(`${type} ${planId}`);
        if (followed) el.selected = planId;
      }}
      @leb-plan-continue=${({ type, planId }: HTMLElementEventMap['leb-plan-continue']) =>
        said.push(`${type} ${planId}`)}
      @leb-currency-pick=${({ type, currency }: HTMLElementEventMap['leb-currency-pick']) =>
        said.push(`${type} ${currency}`)}
    ></leb-plan-picker>
  `);
  const root = el.shadowRoot!;
  const radios = [...root.querySelectorAll('input')];
  return {
    el,
    root,
    said,
    radios,
    checked: () => radios.map((radio) => radio.checked),
    rows: () => [...root.querySelectorAll('[part=plan]')].map(textOf),
    onward: () => root.querySelector<HTMLButtonElement>('[part=continue]')!,
  };
}

describe('<leb-plan-picker>', () => {
  const states: Record<string, Shown> = {
    'a plan is chosen': { selected: 'year' },
    'nothing is chosen': {},
    'the plan loses paid days': { offers: [restartingPlan], selected: 'trip' },
    'there are several currencies': { currencies: ['USD', 'EUR'], selected: 'year' },
    'it is busy': { selected: 'year', busy: true },
    'it is disabled': { selected: 'year', disabled: true },
    'plans are looked up': { offers: null },
    'there are no plans': { offers: [] },
  };
  for (const [when, shown] of Object.entries(states)) {
    it(`passes the accessibility audit when ${when}, light and dark`, async () => {
      const { el } = await setup(shown);
      await expect(el).to.be.accessible();
      await inDark(el, async () => {
        await expect(el).to.be.accessible();
      });
    });
  }

  it('shows each plan with its price, what is in it, the new end and what is saved against what', async () => {
    const { rows } = await setup();
    expect(rows()[0]).to.equal('1 month US$9.00 10 GB · 40 countries Valid until 4 Jan 2027');
    expect(rows()[2]).to.equal(
      '1 year Save 22% Current plan US$84.00 15 GB each month · 60 countries Valid until 4 Dec 2027 ' +
        'compared with 12 × 1 month US$7.00/month',
    );
  });

  it('cannot pick a plan that is closed, and says why and from when it opens', async () => {
    const { radios, rows, said } = await setup();
    expect(radios[3]!.disabled).to.equal(true);
    expect(rows()[3]).to.contain('Your card would be valid for too long ahead. Possible from 10 Jan 2027.');
    radios[3]!.click();
    expect(said).to.be.empty;
  });

  it('reports the picked plan and leaves the choice to the parent', async () => {
    const { el, radios, said, checked } = await setup({ selected: 'month' });
    radios[1]!.click();
    await el.updateComplete;
    expect(said).to.deep.equal(['leb-plan-pick quarter']);
    expect(checked()).to.deep.equal([true, false, false, false]);
    el.selected = 'quarter';
    await el.updateComplete;
    expect(checked()).to.deep.equal([false, true, false, false]);
  });

  it('names the chosen plan on the button and goes on with it', async () => {
    const { onward, said } = await setup({ selected: 'year' });
    expect(textOf(onward())).to.equal('Continue with 1 year');
    onward().click();
    expect(said).to.deep.equal(['leb-plan-continue year']);
  });

  it('goes nowhere without a choice, while busy and while disabled', async () => {
    for (const shown of [{}, { selected: 'year', busy: true }, { selected: 'year', disabled: true }]) {
      const { onward, said } = await setup(shown);
      expect(onward().getAttribute('aria-disabled')).to.equal('true');
      onward().click();
      expect(said).to.be.empty;
    }
  });

  it('goes nowhere with a plan that has closed since it was chosen', async () => {
    const { onward, said } = await setup({ selected: 'two-years' });
    onward().click();
    expect(said).to.be.empty;
  });

  it('warns clearly when the chosen plan drops days that were paid for', async () => {
    const { root, el } = await setup({ offers: [...plans, restartingPlan], selected: 'trip' });
    const status = () => textOf(root.querySelector('[role=status]'));
    expect(status()).to.equal('This plan starts now. You would lose 12 days that you have already paid for.');
    el.selected = 'year';
    await el.updateComplete;
    expect(status()).to.equal('');
  });

  it('shows the code of the currency when there is more than one to mix up', async () => {
    const { rows, root, said } = await setup({ currencies: ['USD', 'EUR'] });
    expect(rows()[2]).to.contain('USD 84.00');
    const select = root.querySelector('select')!;
    select.value = 'EUR';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(said).to.deep.equal(['leb-currency-pick EUR']);
  });

  it('works with the keyboard alone: arrows pick, skipping what is closed, Enter goes on', async () => {
    const { el, radios, said } = await setup({ selected: 'quarter', followed: true });
    radios[1]!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await el.updateComplete;
    await sendKeys({ press: 'ArrowDown' });
    await el.updateComplete;
    expect(said).to.deep.equal(['leb-plan-pick year', 'leb-plan-pick month']);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(said.at(-1)).to.equal('leb-plan-continue month');
  });

  it('speaks Chinese on a Chinese page, with prices and dates to match', async () => {
    const { el, root } = await setup({ selected: 'year' });
    el.lang = 'zh-CN';
    await waitUntil(() => textOf(root).includes('选择套餐'));
    expect(textOf(root)).to.contain('选择套餐').and.to.contain('有效期至 2027年12月4日');
  });

  it('stays readable on a page in a language it does not have: English, written from left to right', async () => {
    const { el, root } = await setup({ selected: 'year' });
    el.dir = 'rtl';
    el.lang = 'ar';
    await el.updateComplete;
    const panel = root.querySelector<HTMLElement>('[part=panel]')!;
    expect([panel.lang, panel.dir]).to.deep.equal(['en', 'ltr']);
  });
});
