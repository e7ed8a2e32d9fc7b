import '@leb-renew/widget/plan-picker/define';
import type { Plan } from '@leb-renew/core';
import type { CurrencyPickEvent, PlanPickEvent } from '@leb-renew/widget';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { useArgs } from 'storybook/preview-api';
import { plans, restartingPlan } from '../test/widget/fixtures.ts';

interface Args {
  plans: readonly Plan[] | null;
  selected: string;
  currency: string;
  currencies: readonly string[];
  disabled: boolean;
  busy: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Plan picker',
  component: 'leb-plan-picker',
  args: { plans, selected: 'year', currency: 'USD', currencies: ['USD'], disabled: false, busy: false },
  render: (args) => {
    const [, change] = useArgs<Args>();
    return html`<leb-plan-picker
      .plans=${args.plans}
      .selected=${args.selected}
      .currency=${args.currency}
      .currencies=${args.currencies}
      .disabled=${args.disabled}
      .busy=${args.busy}
      zone="Asia/Shanghai"
      @leb-plan-pick=${({ planId }: PlanPickEvent) => change({ selected: planId })}
      @leb-currency-pick=${({ currency }: CurrencyPickEvent) => change({ currency })}
    ></leb-plan-picker>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Chosen: Story = {};
export const NothingChosen: Story = { args: { selected: '' } };
export const LosesPaidDays: Story = {
  args: { plans: [...plans.slice(0, 2), restartingPlan], selected: 'trip' },
};
export const SeveralCurrencies: Story = { args: { currencies: ['USD', 'EUR', 'CNY'] } };
export const Busy: Story = { args: { busy: true } };
export const Disabled: Story = { args: { disabled: true } };
export const Loading: Story = { args: { plans: null } };
export const NoPlans: Story = { args: { plans: [] } };
