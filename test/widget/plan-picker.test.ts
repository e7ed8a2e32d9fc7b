import { expect, fixture, html } from '@open-wc/testing';
import type { Plan } from '@leb-renew/core';
import type { PlanPicker } from '@leb-renew/widget';
import '@leb-renew/widget/plan-picker/define';
import { sendKeys } from '@web/test-runner-commands';
import { plans, restartingPlan, stoppedClock } from './fixtures.ts';
import { textOf } from './page.ts';
import { soon } from './soon.ts';

interface Shown {
  offers?: readonly Plan[] | null;
  selected?: string;
  currencies?: readonly string[];
  disabled?: boolean;
  busy?: boolean;
  layout?: PlanPicker['layout'];
}

/** A picker on the page and everything it has reported. */
async function setup({
  offers = plans,
  selected = '',
  currencies = ['USD'],
  disabled = false,
  busy = false,
  layout = 'list',
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
      .clock=${stoppedClock()}
      layout=${layout}
      ?disabled=${disabled}
      ?busy=${busy}
      @leb-plan-pick=${({ type, planId }: HTMLElementEventMap['leb-plan-pick']) =>
        said.push(`${type} ${planId}`)}
      @leb-plan-continue=${({ type, planId }: HTMLElementEventMap['leb-plan-continue']) =>
        said.push(`${type} ${planId}`)}
      @leb-currency-pick=${({ type, currency }: HTMLElementEventMap['leb-currency-pick']) =>
        said.push(`${type} ${currency}`)}
    ></leb-plan-picker>
  `);
  const root = el.shadowRoot!;
  const radios = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
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
  it('shows each plan with its price, what is in it, the new end and what is saved against what', async () => {
    const { rows } = await setup();
    expect(rows()[0]).to.equal('1 month US$9.00 10 GB · 40 countries Valid until 4 Jan 2027');
    expect(rows()[2]).to.equal(
      '1 year Save 22% Current plan US$84.00 US$7.00/month compared with 12 × 1 month 15 GB each month · ' +
        '60 countries Valid until 4 Dec 2027',
    );
  });

  it('cannot pick a plan that is closed, and says why and from when it opens', async () => {
    const { radios, rows, said } = await setup();
    expect(radios[3]!.disabled).to.equal(true);
    expect(rows()[3]).to.contain('Your card would be valid for too long ahead. Possible from 10 Jan 2027.');
    radios[3]!.click();
    expect(said).to.be.empty;
  });

  it('selects what is picked, and says so', async () => {
    const { el, radios, said, checked } = await setup({ selected: 'month' });
    radios[1]!.click();
    await el.updateComplete;
    expect(said).to.deep.equal(['leb-plan-pick quarter']);
    expect(el.selected).to.equal('quarter');
    expect(checked()).to.deep.equal([false, true, false, false]);
  });

  it('leaves the choice to whoever cancels the event', async () => {
    const { el, radios, checked } = await setup({ selected: 'month' });
    el.addEventListener('leb-plan-pick', (event) => event.preventDefault());
    radios[1]!.click();
    await el.updateComplete;
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
    const status = () => textOf(root.querySelector('[part=panel] > [role=status]'));
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
    const [month, quarter, year, closed] = plans as [Plan, Plan, Plan, Plan];
    const { el, radios, said } = await setup({ offers: [month, quarter, closed, year], selected: 'quarter' });
    radios[1]!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await el.updateComplete;
    await sendKeys({ press: 'ArrowUp' });
    await el.updateComplete;
    await sendKeys({ press: 'ArrowUp' });
    await el.updateComplete;
    expect(said).to.deep.equal(['leb-plan-pick year', 'leb-plan-pick quarter', 'leb-plan-pick month']);
    await sendKeys({ press: 'Tab' });
    expect(textOf(el.shadowRoot!.activeElement)).to.equal('How long do you need it?');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(said.at(-1)).to.equal('leb-plan-continue month');
  });

  it('compares the plans in a table, where the keyboard works just the same', async () => {
    const { el, root, radios, rows } = await setup({ layout: 'table', selected: 'month' });
    const heads = [...root.querySelectorAll('[role=columnheader]')].map(textOf);
    expect(heads).to.deep.equal(['Plan', 'Data', 'Included', 'Valid until', 'Price']);
    expect(rows()[2]).to.equal(
      '1 year Save 22% Current plan 15 GB each month 60 countries Valid until 4 Dec 2027 US$84.00 US$7.00/month ' +
        'compared with 12 × 1 month',
    );
    radios[0]!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await el.updateComplete;
    expect(el.selected).to.equal('quarter');
  });

  it('stays within 320 px, as a list and as a table', async () => {
    for (const layout of ['list', 'table'] as const) {
      const { el } = await setup({ layout, selected: 'year', currencies: ['USD', 'EUR'] });
      el.style.inlineSize = '320px';
      await el.updateComplete;
      const box = el.shadowRoot!.querySelector<HTMLElement>('[part=panel]')!;
      expect(box.scrollWidth, layout).to.be.at.most(box.clientWidth);
    }
  });

  for (const layout of ['list', 'table'] as const)
    it(`breaks no word and no price at 320 px with text twice as large, as a ${layout}`, async () => {
      const { el, root } = await setup({ layout, selected: 'year', currencies: ['USD', 'EUR'] });
      el.style.inlineSize = '296px';
      document.documentElement.style.fontSize = '200%';
      try {
        const box = root.querySelector<HTMLElement>('[part=panel]')!;
        expect(box.scrollWidth).to.be.at.most(box.clientWidth);
        for (const each of root.querySelectorAll('.plan :is(.name, label) bdi.strong, .price bdi, .chip.ok'))
          expect(each.getClientRects().length, textOf(each)).to.equal(1);
        for (const chip of root.querySelectorAll('.chip.ok'))
          expect(chip.getBoundingClientRect().height, textOf(chip)).to.be.below(48);
      } finally {
        document.documentElement.style.fontSize = '';
      }
    });

  it('breaks no word of its table where there is room for columns', async () => {
    const { el, root } = await setup({ layout: 'table', selected: 'year', currencies: ['USD', 'EUR'] });
    el.style.inlineSize = '592px';
    for (const fact of root.querySelectorAll('.fact bdi')) {
      const words = textOf(fact).split(' ');
      expect(fact.getClientRects().length, textOf(fact)).to.be.at.most(words.length);
    }
    const box = root.querySelector<HTMLElement>('[part=panel]')!;
    expect(box.scrollWidth).to.be.at.most(box.clientWidth);
  });

  describe('asks how long the card is needed', () => {
    const answers: Record<string, [days: string, best: string | null, said: string]> = {
      'less than is paid for': ['5', null, 'You are covered already: your card is valid until 4 Dec 2026.'],
      'a few weeks': [
        '40',
        '1 month',
        '1 month costs the least of all that last long enough. It lasts until 4 Jan 2027.',
      ],
      'most of a year': [
        '300',
        '1 year',
        '1 year costs the least of all that last long enough. It lasts until 4 Dec 2027.',
      ],
      'longer than any plan': [
        '400',
        null,
        'No plan lasts that long. 1 year comes nearest: until 4 Dec 2027, 23 days short.',
      ],
      nonsense: ['-3', null, ''],
    };
    for (const [what, [days, best, answer]] of Object.entries(answers))
      it(`and answers for ${what}`, async () => {
        const { el, root } = await setup();
        const field = root.querySelector<HTMLInputElement>('[part=need] input[type=number]')!;
        field.value = days;
        field.dispatchEvent(new Event('input'));
        await el.updateComplete;
        const chosen = [...root.querySelectorAll('[part=plan]')].find((row) => row.querySelector('.best'));
        expect(chosen === undefined ? null : textOf(chosen.querySelector('bdi'))).to.equal(best);
        expect(textOf(root.querySelector('[part=need] [role=status]'))).to.equal(answer);
      });

    it('and takes a number beyond all plans for the longest, instead of wiping it out under the finger', async () => {
      const { el, root } = await setup();
      const field = root.querySelector<HTMLInputElement>('[part=need] input[type=number]')!;
      for (const typed of ['999', '9999']) {
        field.value = typed;
        field.dispatchEvent(new Event('input'));
        await el.updateComplete;
      }
      expect(field.value).to.equal(field.max);
      expect(textOf(root.querySelector('[part=need] [role=status]'))).to.contain('No plan lasts that long.');
    });

    it('or until when, in the days of the card’s zone', async () => {
      const { el, root } = await setup();
      const field = root.querySelector<HTMLInputElement>('[part=need] input[type=date]')!;
      expect(field.min).to.equal('2026-11-23');
      field.value = '2027-01-04';
      field.dispatchEvent(new Event('change'));
      await el.updateComplete;
      expect(textOf(root.querySelector('[part=need] [role=status]'))).to.contain('until 4 Jan 2027');
      expect(root.querySelector<HTMLInputElement>('[part=need] input[type=number]')!.value).to.equal('43');
    });
  });

  describe('in a form', () => {
    /** A form that would be sent, and what it would send. */
    async function inForm({ selected = '', required = false } = {}) {
      const sent: (string | null)[] = [];
      const form = document.createElement('form');
      document.body.append(form);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent.push(new FormData(form).get('plan') as string | null);
      });
      const el = await fixture<PlanPicker>(
        html`<leb-plan-picker
          lang="en"
          name="plan"
          selected=${selected}
          ?required=${required}
          .plans=${plans}
        ></leb-plan-picker>`,
        { parentNode: form },
      );
      const radios = [...el.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=radio]')];
      return {
        form,
        el,
        radios,
        sent,
        onward: el.shadowRoot!.querySelector<HTMLElement>('[part=continue]')!,
      };
    }

    it('sends what is picked, under its name, by its own button too', async () => {
      const { form, el, radios, sent, onward } = await inForm();
      form.requestSubmit();
      radios[1]!.click();
      await el.updateComplete;
      onward.click();
      expect(sent).to.deep.equal([null, 'quarter']);
      expect(el.form === form).to.equal(true);
    });

    it('is not sent without a plan where one is required: says so, and leads there', async () => {
      const { form, el, radios, sent } = await inForm({ required: true });
      form.requestSubmit();
      await el.updateComplete;
      expect(sent).to.be.empty;
      expect(el.validity.valueMissing).to.equal(true);
      expect(textOf(el.shadowRoot!.querySelector('[role=alert]'))).to.equal('Choose a plan to continue');
      expect(el.shadowRoot!.activeElement?.getAttribute('value')).to.equal('month');
      radios[0]!.click();
      await el.updateComplete;
      expect(textOf(el.shadowRoot)).not.to.contain('Choose a plan to continue');
      form.requestSubmit();
      expect(sent).to.deep.equal(['month']);
    });

    it('goes back with the form to the plan that it began with', async () => {
      const { form, el, radios } = await inForm({ selected: 'year' });
      radios[0]!.click();
      form.reset();
      await el.updateComplete;
      expect(el.selected).to.equal('year');
    });

    it('is off with its fieldset', async () => {
      const set = Object.assign(document.createElement('fieldset'), { disabled: true });
      document.body.append(set);
      const el = await fixture<PlanPicker>(
        html`<leb-plan-picker lang="en" .plans=${plans}></leb-plan-picker>`,
        {
          parentNode: set,
        },
      );
      expect(el.shadowRoot!.querySelector('fieldset')!.disabled).to.equal(true);
    });
  });

  it('speaks Chinese on a Chinese page, with prices and dates to match', async () => {
    const { el, root } = await setup({ selected: 'year' });
    el.lang = 'zh-CN';
    await soon(() => textOf(root).includes('选择套餐'));
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
