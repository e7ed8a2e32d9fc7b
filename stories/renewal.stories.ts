import '@leb-renew/widget/renewal/define';
import { demoAccount } from '@leb-renew/core/sandbox';
import type { LebRenewalElement } from '@leb-renew/widget';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { until } from './at-step.ts';
import { sandboxPorts } from './sandbox-ports.ts';

interface Args {
  /** Of a real server; the sandbox without it. */
  endpoint: string;
  token: string | null;
  display: LebRenewalElement['display'];
  lang: string;
  /** How long the supplier takes after the payment. */
  supplierDelayMs: number;
  /** How long every answer of the server takes. */
  answerDelayMs: number;
}

/** The whole journey on the in-memory sandbox. The payment form offers every way it can go. */
const meta: Meta<Args> = {
  title: 'Journeys/Renewal',
  component: 'leb-renewal',
  args: {
    endpoint: '',
    token: null,
    display: 'inline',
    lang: '',
    supplierDelayMs: 1_500,
    answerDelayMs: 200,
  },
  render: ({ endpoint, token, display, lang, ...options }, { id }) => html`
    <p lang="en" dir="ltr">
      Sign in as <code>${demoAccount.email}</code> with <code>${demoAccount.password}</code>.
    </p>
    ${
      display === 'inline'
        ? nothing
        : html`<button commandfor=${`over-${id}`} command="--leb-open">Renew</button>`
    }
    <leb-renewal
      id=${`over-${id}`}
      display=${display}
      lang=${lang || nothing}
      endpoint=${endpoint}
      .token=${token}
      .ports=${endpoint === '' ? sandboxPorts(options) : null}
    ></leb-renewal>
  `,
};
export default meta;

type Story = StoryObj<Args>;

export const FromTheSignIn: Story = {};

/** Paid at once, extended half a minute later: the card is not *renewed* before it is. */
export const SlowSupplier: Story = { args: { supplierDelayMs: 30_000 } };

/** Every answer takes four seconds, as on bad Wi-Fi. */
export const SlowNetwork: Story = { args: { answerDelayMs: 4_000 } };

/** Opened by any button. Not in the top layer: what a payment provider puts over the page can lie over it. */
export const AsDialog: Story = { args: { display: 'dialog' } };

/** From the edge of the page; on a phone from below, like the dialog. */
export const AsDrawer: Story = { args: { display: 'drawer' } };

const opened: NonNullable<Story['play']> = async ({ canvasElement }) => {
  canvasElement.querySelector('leb-renewal')?.open();
  await until(({ isOpen, step }) => isOpen && step === 'sign-in')({ canvasElement });
};

/** Lies over everything, so it is looked at on a page of its own. */
export const OpenDialog: Story = {
  args: { display: 'dialog' },
  tags: ['over-the-page', '!autodocs'],
  play: opened,
};
export const OpenDrawer: Story = {
  args: { display: 'drawer' },
  tags: ['over-the-page', '!autodocs'],
  play: opened,
};
