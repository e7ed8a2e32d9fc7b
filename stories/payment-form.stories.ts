import '@leb-renew/widget/payment-form/define';
import { problem, trouble, type Handoff, type PaymentPort } from '@leb-renew/core';
import { sandboxPayments } from '@leb-renew/widget/payments/sandbox';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { awaiting } from '../test/widget/fixtures.ts';
import { rightToLeft } from './right-to-left.ts';

interface Args {
  handoff: Handoff | null;
  payments: readonly PaymentPort<HTMLElement>[];
  returnUrl: string;
  lang: string;
}

const handoff: Handoff = {
  ...awaiting().handoff,
  livemode: false,
  data: {
    paymentId: 'renewal-1',
    clientSecret: 'secret-of-renewal-1',
    confirmUrl: '',
    methods: ['card', 'paypal', 'alipay', 'wechat_pay'],
  },
};

/** A provider that does not answer. */
const silent: PaymentPort<HTMLElement> = { provider: 'sandbox', open: () => new Promise(() => {}) };

/** Where a provider cannot be reached. */
const blocked: PaymentPort<HTMLElement> = {
  provider: 'sandbox',
  open: () => Promise.resolve(trouble('payment-form-blocked')),
};

/** Declines whatever is sent. */
const declining = sandboxPayments(() =>
  Promise.resolve({ state: 'requires_payment_method', problemCode: problem('insufficient-funds').code }),
);

const meta: Meta<Args> = {
  title: 'Elements/Payment form',
  component: 'leb-payment-form',
  args: { handoff, payments: [declining], returnUrl: '', lang: '' },
  render: (args) =>
    html`<leb-payment-form
      .handoff=${args.handoff}
      .payments=${args.payments}
      .returnUrl=${args.returnUrl}
      lang=${args.lang || nothing}
    ></leb-payment-form>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = {};
export const WaitsForAPayment: Story = { args: { handoff: null } };
export const Loading: Story = { args: { payments: [silent] } };
export const OnlyCards: Story = {
  args: { handoff: { ...handoff, data: { ...(handoff.data as object), methods: ['card'] } } },
};
export const RightToLeft: Story = { decorators: [rightToLeft] };
export const DidNotLoad: Story = { args: { payments: [blocked] } };
export const Declined: Story = {
  async play({ canvasElement }) {
    const form = canvasElement.querySelector('leb-payment-form');
    while (form?.querySelector('input') === null) await new Promise(requestAnimationFrame);
    await form?.confirm();
  },
};
