import '@leb-renew/widget/renewal/define';
import type { SandboxPlay } from '@leb-renew/widget/payments/sandbox';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { atStep, until } from './at-step.ts';
import { sandboxPorts } from './sandbox-ports.ts';
import { hastyPorts } from './scenarios/scenarios.ts';

interface Args {
  /** Chosen in the payment form when it opens. */
  first: SandboxPlay;
}

/** What can become of a payment. The form has it chosen: it happens when *Pay* is pressed. */
const meta: Meta<Args> = {
  title: 'Journeys/Test payments',
  component: 'leb-renewal',
  argTypes: {
    first: {
      control: 'select',
      options: [
        '3d-secure',
        'redirect',
        'scan',
        'insufficient-funds',
        'slow',
        'processing-fails',
        'lost-answer',
      ] satisfies SandboxPlay[],
    },
  },
  render: ({ first }) =>
    html`<leb-renewal .ports=${sandboxPorts({ first, supplierDelayMs: 0 })}></leb-renewal>`,
  play: atStep('checkout'),
};
export default meta;

type Story = StoryObj<Args>;

/** The customer's bank asks in a window of its own, over everything. Closing it is a no. */
export const BankAsks: Story = { args: { first: '3d-secure' } };

/** The money may have been taken: nobody is offered to pay again before the server knows. */
export const AnswerIsLost: Story = { args: { first: 'lost-answer' } };

/** Not decided at once, and then declined. */
export const DeclinedLater: Story = { args: { first: 'processing-fails' } };

/** The form has half a minute to be there; three seconds here. */
export const FormNeverLoads: Story = {
  args: { first: 'never-loads' },
  render: ({ first }) => html`<leb-renewal .ports=${hastyPorts(sandboxPorts({ first }))}></leb-renewal>`,
  play: until(({ problem }) => problem === 'payment-form-blocked'),
};
