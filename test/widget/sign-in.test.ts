import { expect, fixture, html } from '@open-wc/testing';
import { problem, type SignInState } from '@leb-renew/core';
import type { SignIn } from '@leb-renew/widget';
import '@leb-renew/widget/sign-in/define';
import { sendKeys } from '@web/test-runner-commands';
import { inDark, textOf } from './page.ts';

const run = 1;
const challenge = {
  challengeId: 'challenge-1',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-22T10:10:00Z',
};
const signedOut: SignInState = { status: 'signed-out', run, problem: null };

const states: Record<string, SignInState> = {
  'signed out': signedOut,
  'wrong password': { status: 'signed-out', run, problem: problem('wrong-credentials') },
  'signing in': { status: 'signing-in', run, email: 'mira@example.com' },
  code: { status: 'code', run, challenge, problem: null },
  'wrong code': { status: 'code', run, challenge, problem: problem('wrong-code') },
  verifying: { status: 'verifying', run, challenge },
  resetting: { status: 'resetting', run, problem: null },
  'sending reset': { status: 'sending-reset', run, email: 'mira@example.com' },
  'reset sent': { status: 'reset-sent', run, email: 'mira@example.com' },
};

/** A form on the page, what it has handed over, and what an ancestor has heard of it. */
async function setup(state: SignInState = signedOut) {
  const handed: string[] = [];
  const overheard: string[] = [];
  const page = document.createElement('div');
  for (const type of ['leb-sign-in-submit', 'leb-code-submit', 'leb-reset-submit'])
    page.addEventListener(type, () => overheard.push(type));
  const el = await fixture<SignIn>(
    html`<leb-sign-in
      lang="en"
      reset
      .state=${state}
      @leb-sign-in-submit=${({ email, password }: HTMLElementEventMap['leb-sign-in-submit']) =>
        handed.push(`${email} ${password}`)}
      @leb-code-submit=${({ code }: HTMLElementEventMap['leb-code-submit']) => handed.push(code)}
      @leb-reset-submit=${({ email }: HTMLElementEventMap['leb-reset-submit']) => handed.push(email)}
      @leb-sign-in-forgot=${({ type }: Event) => handed.push(type)}
      @leb-back=${({ type }: Event) => handed.push(type)}
    ></leb-sign-in>`,
    { parentNode: page },
  );
  return {
    el,
    page,
    handed,
    overheard,
    field: (name: string) => el.querySelector<HTMLInputElement>(`[name=${name}]`)!,
    submit: async () => {
      el.querySelector<HTMLButtonElement>('[type=submit]')!.click();
      await el.updateComplete;
    },
    focused: () =>
      document.activeElement?.getAttribute('name') ?? document.activeElement?.getAttribute('role'),
    link: () => el.querySelector<HTMLButtonElement>('.link')!,
    complaints: () => [...el.querySelectorAll('.complaint')].map(textOf),
    async become(next: SignInState) {
      el.state = next;
      await el.updateComplete;
    },
  };
}

describe('<leb-sign-in>', () => {
  for (const [name, state] of Object.entries(states)) {
    it(`passes the accessibility audit: ${name}, light and dark`, async () => {
      const { el } = await setup(state);
      await expect(el).to.be.accessible();
      await inDark(el, async () => {
        await expect(el).to.be.accessible();
      });
    });
  }

  it('puts a real form with named, labelled fields where password managers look: in the document', async () => {
    const { el, field } = await setup();
    expect(el.shadowRoot).to.equal(null);
    expect(document.querySelector('form')!.contains(field('email'))).to.equal(true);
    expect(field('email').autocomplete).to.equal('username');
    expect(field('password').autocomplete).to.equal('current-password');
    expect(field('email').labels).to.have.length(1);
    expect(field('password').labels).to.have.length(1);
  });

  it('asks for the code in the way phones fill in by themselves', async () => {
    const { field } = await setup(states['code']);
    expect(field('code').autocomplete).to.equal('one-time-code');
    expect(field('code').inputMode).to.equal('numeric');
  });

  it('hands what was typed to its owner alone: no ancestor hears it', async () => {
    const { field, submit, handed, overheard, become } = await setup();
    field('email').value = ' mira@example.com ';
    field('password').value = ' secret ';
    await submit();
    await become(states['code']!);
    field('code').value = '123 456';
    await submit();
    await become(states['resetting']!);
    field('email').value = 'mira@example.com';
    await submit();
    expect(handed).to.deep.equal(['mira@example.com  secret ', '123456', 'mira@example.com']);
    expect(overheard).to.be.empty;
  });

  it('never leaves the page when it is submitted', async () => {
    const { el, field } = await setup();
    const event = new SubmitEvent('submit', { bubbles: true, cancelable: true });
    field('email').form!.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    await el.updateComplete;
  });

  it('says in its own words what is missing, and goes to the first such field', async () => {
    const { submit, handed, complaints, field, focused } = await setup();
    await submit();
    expect(handed).to.be.empty;
    expect(complaints()).to.deep.equal(['Enter your e-mail address.', 'Enter your password.']);
    expect(focused()).to.equal('email');
    expect(field('email').getAttribute('aria-invalid')).to.equal('true');
  });

  it('asks for all digits of the code', async () => {
    const { field, submit, handed, complaints } = await setup(states['code']);
    field('code').value = '12345';
    await submit();
    expect(handed).to.be.empty;
    expect(complaints()).to.deep.equal(['Enter the 6 digits of the code.']);
  });

  it('hands nothing over twice while it waits for the answer', async () => {
    const { field, submit, handed } = await setup(states['signing in']);
    field('email').value = 'mira@example.com';
    field('password').value = 'secret';
    await submit();
    expect(handed).to.be.empty;
  });

  it('keeps both fields through a wrong password and moves the focus to the reason', async () => {
    const { el, field, submit, become, focused } = await setup();
    field('email').value = 'mira@example.com';
    field('password').value = 'secret';
    await submit();
    await become(states['signing in']!);
    await become(states['wrong password']!);
    expect(field('email').value).to.equal('mira@example.com');
    expect(textOf(el.querySelector('[role=alert][tabindex]'))).to.equal(
      'The e-mail address or the password is wrong. Please check what you entered.',
    );
    expect(focused()).to.equal('alert');
  });

  it('shows the password on demand and hides it again', async () => {
    const { el, field } = await setup();
    const toggle = el.querySelector<HTMLButtonElement>('.secret button')!;
    toggle.click();
    await el.updateComplete;
    expect(field('password').type).to.equal('text');
    expect(toggle.getAttribute('aria-pressed')).to.equal('true');
    toggle.click();
    await el.updateComplete;
    expect(field('password').type).to.equal('password');
  });

  it('leads to the reset form, and says the same whether or not the account exists', async () => {
    const { el, link, handed, become } = await setup();
    link().click();
    expect(handed).to.deep.equal(['leb-sign-in-forgot']);
    await become(states['reset sent']!);
    expect(textOf(el)).to.contain('If mira@example.com has an account');
    link().click();
    expect(handed.at(-1)).to.equal('leb-back');
  });

  it('works with the keyboard alone', async () => {
    const { field, handed } = await setup();
    field('email').focus();
    await sendKeys({ type: 'mira@example.com' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'secret' });
    await sendKeys({ press: 'Enter' });
    expect(handed).to.deep.equal(['mira@example.com secret']);
  });

  it('moves the focus into the code field when a code is asked for', async () => {
    const { become, focused } = await setup(states['signing in']);
    await become(states['code']!);
    expect(focused()).to.equal('code');
  });

  it('styles nothing of the page around it, and is not restyled by it', async () => {
    const { el, page } = await setup();
    const rules = document.createElement('style');
    rules.textContent = 'body form div input[type] { border: 9px solid red; margin: 30px }';
    const foreign = document.createElement('button');
    foreign.className = 'button';
    page.append(rules, foreign);
    expect(getComputedStyle(foreign).minHeight).to.not.equal('44px');
    const field = getComputedStyle(el.querySelector('input')!);
    expect(field.borderTopWidth).to.equal('1px');
    expect(field.marginTop).to.equal('0px');
  });
});
