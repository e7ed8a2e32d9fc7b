import '@leb-renew/widget/renewal/define';
import { fine, trouble, type RenewalApi, type Ticket } from '@leb-renew/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { atStep, until } from './at-step.ts';
import { rightToLeft } from './right-to-left.ts';
import { sandboxPorts } from './sandbox-ports.ts';

interface Args {
  /** Calls that the shop answers otherwise. */
  instead?: Partial<RenewalApi>;
  supplierDelayMs: number;
  ticket?: Ticket | null;
}

/** Each step of the journey, with what `<leb-renewal>` puts around the parts. */
const meta: Meta<Args> = {
  title: 'Journeys/Steps',
  component: 'leb-renewal',
  args: { supplierDelayMs: 0 },
  argTypes: { instead: { table: { disable: true } }, ticket: { table: { disable: true } } },
  render: ({ instead = {}, supplierDelayMs, ticket = null }) =>
    html`<leb-renewal
      .ports=${sandboxPorts({ supplierDelayMs, instead: () => instead, ticket })}
    ></leb-renewal>`,
};
export default meta;

type Story = StoryObj<Args>;

const offline = () => Promise.resolve(trouble('offline'));
const unavailable = () => Promise.resolve(trouble('unavailable', { reference: '7F3K-Q2' }));

export const SignIn: Story = { play: atStep('sign-in') };
/** In another browser than the payment began in. */
export const SignInAfterPayment: Story = {
  args: {
    ticket: { renewalId: 'renewal-1', renewalToken: null, confirming: true },
    instead: { renewal: () => Promise.resolve(trouble('not-signed-in')) },
  },
  play: until(({ step, charged }) => step === 'sign-in' && charged === 'unknown'),
};
export const Cards: Story = { play: atStep('cards') };
export const NoCards: Story = {
  args: { instead: { cards: () => Promise.resolve(fine({ cards: [] })) } },
  play: atStep('cards'),
};
export const CardsNotLoaded: Story = {
  args: { instead: { cards: offline } },
  play: atStep('cards', ({ problem }) => problem === 'offline'),
};
export const Plans: Story = { play: atStep('plans') };
export const PlansNotLoaded: Story = {
  args: { instead: { plans: unavailable } },
  play: atStep('plans', ({ problem }) => problem === 'unavailable'),
};
/** The plan was chosen, and the shop can make no price for it. */
export const NoPrice: Story = {
  args: { instead: { quote: unavailable } },
  play: until(({ problem }) => problem === 'unavailable'),
};
export const Receipts: Story = { play: atStep('receipts') };
export const Checkout: Story = { play: atStep('checkout') };
/** Says once that the card is being extended, and then nothing more: what is shown stays as it is for whoever looks long. */
const silentOncePaid = (api: RenewalApi): Partial<RenewalApi> => {
  let isPaid = false;
  return {
    async renewal(...asked) {
      if (isPaid) return new Promise(() => {});
      const answer = await api.renewal(...asked);
      isPaid = answer.ok && 'paidAt' in answer.value;
      return answer;
    },
  };
};

/** Paid, and the network behind the card takes its time: not *renewed* before it is. */
export const Extending: Story = {
  render: () =>
    html`<leb-renewal
      .ports=${sandboxPorts({ supplierDelayMs: 3_600_000, instead: silentOncePaid })}
    ></leb-renewal>`,
  play: until(({ charged }) => charged === 'yes'),
};
export const Renewed: Story = { play: atStep('receipt') };
export const RightToLeft: Story = { play: atStep('checkout'), decorators: [rightToLeft] };
