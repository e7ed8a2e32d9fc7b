import '@leb-renew/widget/sign-in/define';
import { problem, type SignInState } from '@leb-renew/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

interface Args {
  state: SignInState;
  elsewhere?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Sign-in',
  component: 'leb-sign-in',
  render: ({ state, elsewhere = false }) =>
    html`<leb-sign-in reset ?elsewhere=${elsewhere} .state=${state}></leb-sign-in>`,
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

export const SignedOut: Story = { args: { state: { status: 'signed-out', run, problem: null } } };
export const WrongPassword: Story = {
  args: { state: { status: 'signed-out', run, problem: problem('wrong-credentials') } },
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
export const Verifying: Story = { args: { state: { status: 'verifying', run, challenge } } };
export const Resetting: Story = { args: { state: { status: 'resetting', run, problem: null } } };
export const ResetSent: Story = { args: { state: { status: 'reset-sent', run, email: 'mira@example.com' } } };
export const ResetTooOften: Story = { args: { state: { status: 'resetting', run, problem: throttled } } };
export const ResetLinkEnded: Story = {
  args: { state: { status: 'resetting', run, problem: problem('link-ended') } },
};
export const NewPassword: Story = { args: { state: { status: 'new-password', run, token, problem: null } } };
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
