import '@leb-renew/widget/sign-in/define';
import { problem, type SignInState } from '@leb-renew/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

interface Args {
  state: SignInState;
}

const meta: Meta<Args> = {
  title: 'Elements/Sign-in',
  component: 'leb-sign-in',
  render: ({ state }) => html`<leb-sign-in reset .state=${state}></leb-sign-in>`,
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

export const SignedOut: Story = { args: { state: { status: 'signed-out', run, problem: null } } };
export const WrongPassword: Story = {
  args: { state: { status: 'signed-out', run, problem: problem('wrong-credentials') } },
};
export const TooManyTries: Story = {
  args: {
    state: { status: 'signed-out', run, problem: problem('too-many-requests', { retryAfterSeconds: 30 }) },
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
