import '@leb-renew/widget/sign-in/define';
import { problem, type SignInState } from '@leb-renew/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { stoppedClock } from '../test/widget/fixtures.ts';
import { rightToLeft } from './right-to-left.ts';

interface Args {
  state: SignInState | null;
  reset: boolean;
  elsewhere: boolean;
  lang: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Sign-in',
  component: 'leb-sign-in',
  args: { reset: true, elsewhere: false, lang: '' },
  render: ({ state, reset, elsewhere, lang }) =>
    html`<leb-sign-in
      ?reset=${reset}
      ?elsewhere=${elsewhere}
      lang=${lang || nothing}
      .state=${state}
      .clock=${stoppedClock()}
    ></leb-sign-in>`,
};
export default meta;

type Story = StoryObj<Args>;

const run = 1;
const challenge = {
  challengeId: 'challenge-1',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-22T10:10:00Z',
};

const throttled = problem('too-many-requests', { retryAfterSeconds: 30 });
const token = 'token-of-a-mail';

export const Loading: Story = { args: { state: null } };
/** A state that makes no sense: the console says why, once. */
export const NotReadable: Story = { args: { state: { status: 'asleep' } as unknown as SignInState } };
export const SignedOut: Story = { args: { state: { status: 'signed-out', run, problem: null } } };
export const WrongPassword: Story = {
  args: { state: { status: 'signed-out', run, problem: problem('wrong-credentials') } },
};
export const Offline: Story = {
  args: { state: { status: 'signed-out', run, problem: problem('offline') } },
};
export const ShopDoesNotAnswer: Story = {
  args: { state: { status: 'signed-out', run, problem: problem('unavailable') } },
};
export const SignedOutMeanwhile: Story = {
  args: { state: { status: 'signed-out', run, problem: problem('not-signed-in') } },
};
/** For a shop that sends no links. */
export const WithoutNewPassword: Story = {
  args: { reset: false, state: { status: 'signed-out', run, problem: null } },
};
/** Sent empty, the form says what is missing, field by field. */
export const NothingTyped: Story = {
  args: { state: { status: 'signed-out', run, problem: null } },
  async play({ canvasElement }) {
    const form = canvasElement.querySelector('leb-sign-in');
    await form?.updateComplete;
    form?.querySelector('form')?.requestSubmit();
    await form?.updateComplete;
  },
};
export const RightToLeft: Story = {
  args: { state: { status: 'signed-out', run, problem: null } },
  decorators: [rightToLeft],
};
export const TooManyTries: Story = {
  args: {
    state: { status: 'waiting', run, problem: throttled, challenge: null },
  },
};
export const SigningIn: Story = { args: { state: { status: 'signing-in', run, email: 'mira@example.com' } } };
export const Code: Story = { args: { state: { status: 'code', run, challenge, problem: null } } };
export const WrongCode: Story = {
  args: { state: { status: 'code', run, challenge, problem: problem('wrong-code') } },
};
export const CodeOffline: Story = {
  args: { state: { status: 'code', run, challenge, problem: problem('offline') } },
};
export const Verifying: Story = { args: { state: { status: 'verifying', run, challenge } } };
export const Resetting: Story = { args: { state: { status: 'resetting', run, problem: null } } };
export const SendingReset: Story = {
  args: { state: { status: 'sending-reset', run, email: 'mira@example.com' } },
};
export const ResetSent: Story = { args: { state: { status: 'reset-sent', run, email: 'mira@example.com' } } };
export const ResetTooOften: Story = { args: { state: { status: 'resetting', run, problem: throttled } } };
export const ResetLinkEnded: Story = {
  args: { state: { status: 'resetting', run, problem: problem('link-ended') } },
};
export const NewPassword: Story = { args: { state: { status: 'new-password', run, token, problem: null } } };
export const NewPasswordRefused: Story = {
  args: { state: { status: 'new-password', run, token, problem: problem('unavailable') } },
};
export const SettingPassword: Story = { args: { state: { status: 'setting-password', run, token } } };
export const PasswordSet: Story = { args: { state: { status: 'password-set', run } } };
export const TooManyCodes: Story = {
  args: { state: { status: 'waiting', run, problem: throttled, challenge } },
};
export const Locked: Story = {
  args: { state: { status: 'locked', run, problem: problem('account-locked') } },
};
export const OpeningLink: Story = { args: { state: { status: 'opening-link', run, token, problem: null } } };
export const LinkNotOpened: Story = {
  args: { state: { status: 'opening-link', run, token, problem: problem('offline') } },
};
export const LinkEnded: Story = {
  args: { state: { status: 'signed-out', run, problem: problem('link-ended') } },
};
export const SignedInByThePage: Story = {
  args: { elsewhere: true, state: { status: 'signed-out', run, problem: problem('not-signed-in') } },
};
