import '@leb-renew/widget/plan-picker/define';
import type { Plan } from '@leb-renew/core';
import type { CurrencyPickEvent, PlanPicker, PlanPickEvent } from '@leb-renew/widget';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { useArgs } from 'storybook/preview-api';
import { plan, plans, restartingPlan, stoppedClock } from '../test/widget/fixtures.ts';
import { longPlans, twentyFourPlans } from './long-texts.ts';
import { rightToLeft } from './right-to-left.ts';

interface Args {
  plans: readonly Plan[] | null;
  selected: string;
  currency: string;
  currencies: readonly string[];
  zone: string;
  name: string;
  required: boolean;
  disabled: boolean;
  busy: boolean;
  layout: PlanPicker['layout'];
  lang: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Plan picker',
  component: 'leb-plan-picker',
  args: {
    plans,
    selected: 'year',
    currency: 'USD',
    currencies: ['USD'],
    zone: 'Asia/Shanghai',
    name: 'plan',
    required: false,
    disabled: false,
    busy: false,
    layout: 'list',
    lang: '',
  },
  render: (args) => {
    const [, change] = useArgs<Args>();
    return html`<leb-plan-picker
      .plans=${args.plans}
      .selected=${args.selected}
      .currency=${args.currency}
      .currencies=${args.currencies}
      .clock=${stoppedClock()}
      .disabled=${args.disabled}
      .busy=${args.busy}
      .layout=${args.layout}
      zone=${args.zone}
      name=${args.name}
      ?required=${args.required}
      lang=${args.lang || nothing}
      @leb-plan-pick=${({ planId }: PlanPickEvent) => change({ selected: planId })}
      @leb-currency-pick=${({ currency }: CurrencyPickEvent) => change({ currency })}
    ></leb-plan-picker>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

const onOffer = plans.map((each, nth) =>
  nth === 3 ? plan({ planId: each.planId, name: each.name, price: each.price, current: false }) : each,
);

export const Chosen: Story = {};
export const NothingChosen: Story = { args: { selected: '' } };
export const LosesPaidDays: Story = {
  args: { plans: [...plans.slice(0, 2), restartingPlan], selected: 'trip' },
};
/** Four terms, as in most shops. */
export const AllOnOffer: Story = { args: { plans: onOffer } };
/** More than anybody compares: the list stays a list, and one of them is chosen. */
export const TwentyFourPlans: Story = { args: { plans: twentyFourPlans, selected: 'months-12' } };
export const LongTexts: Story = { args: { plans: longPlans } };
export const RightToLeft: Story = { decorators: [rightToLeft] };
export const OnlyOne: Story = { args: { plans: [plan()] } };
/** A form was to be sent without a plan: what is missing is said where it is chosen. */
export const Missed: Story = {
  args: { selected: '', required: true },
  decorators: [(story) => html`<form>${story()}</form>`],
  async play({ canvasElement }) {
    const picker = canvasElement.querySelector('leb-plan-picker');
    await picker?.updateComplete;
    picker?.form?.requestSubmit();
    await picker?.updateComplete;
  },
};
/** Asked how long the card is needed, it says which plan is enough. */
export const HowLong: Story = {
  async play({ canvasElement }) {
    const picker = canvasElement.querySelector('leb-plan-picker');
    await picker?.updateComplete;
    const need = picker?.renderRoot.querySelector('details');
    const days = need?.querySelector('input');
    if (!need || !days) throw new Error('nobody asks how long');
    need.open = true;
    days.value = '100';
    days.dispatchEvent(new InputEvent('input'));
    await picker?.updateComplete;
  },
};
export const AsTable: Story = { args: { layout: 'table', plans: onOffer } };
export const AsTableLoading: Story = { args: { layout: 'table', plans: null } };
export const SeveralCurrencies: Story = { args: { currencies: ['USD', 'EUR', 'CNY'] } };
export const Busy: Story = { args: { busy: true } };
export const Disabled: Story = { args: { disabled: true } };
export const Loading: Story = { args: { plans: null } };
export const NoPlans: Story = { args: { plans: [] } };
/** Plans that make no sense: none is shown, and the console says why, once. */
export const NotReadable: Story = {
  args: { plans: [{ ...plan(), name: undefined } as unknown as Plan] },
};
