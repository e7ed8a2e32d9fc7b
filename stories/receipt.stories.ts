import '@leb-renew/widget/receipt/define';
import type { Receipt, RenewalIn } from '@leb-renew/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { receipt, renewed } from '../test/widget/fixtures.ts';

interface Args {
  receipt: Receipt | null;
  renewal: RenewalIn<'renewed'> | null;
}

const meta: Meta<Args> = {
  title: 'Elements/Receipt',
  component: 'leb-receipt',
  args: { receipt: receipt(), renewal: null },
  render: ({ receipt, renewal }) => html`<leb-receipt .receipt=${receipt} .renewal=${renewal}></leb-receipt>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Renewed: Story = {};
export const WithAPage: Story = {
  args: {
    receipt: receipt({ links: { page: 'https://shop.example/1', calendar: 'https://shop.example/1.ics' } }),
  },
};
export const ReceiptOnItsWay: Story = { args: { receipt: null, renewal: renewed() } };
export const PaidNotExtended: Story = { args: { receipt: receipt({ period: null }) } };
export const Loading: Story = { args: { receipt: null } };
