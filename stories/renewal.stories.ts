import '@leb-renew/widget/define';
import { demoAccount } from '@leb-renew/core/sandbox';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { sandboxPorts } from './sandbox-ports.ts';

interface Args {
  /** How long the supplier takes after the payment. */
  supplierDelayMs: number;
  /** How long every answer of the server takes. */
  answerDelayMs: number;
}

/** The whole journey on the in-memory sandbox. The payment form offers every way it can go. */
const meta: Meta<Args> = {
  title: 'Journeys/Renewal',
  component: 'leb-renewal',
  args: { supplierDelayMs: 1_500, answerDelayMs: 200 },
  render: (options) => html`
    <p>Sign in as <code>${demoAccount.email}</code> with <code>${demoAccount.password}</code>.</p>
    <leb-renewal .ports=${sandboxPorts(options)}></leb-renewal>
  `,
};
export default meta;

type Story = StoryObj<Args>;

export const FromTheSignIn: Story = {};

/** Paid at once, extended half a minute later: the card is not *renewed* before it is. */
export const SlowSupplier: Story = { args: { supplierDelayMs: 30_000 } };

/** Every answer takes four seconds, as on bad Wi-Fi. */
export const SlowNetwork: Story = { args: { answerDelayMs: 4_000 } };
