import { expect, fixture, html } from '@open-wc/testing';
import { problem, type Clock, type SignInState } from '@leb-renew/core';
import type { SignIn } from '@leb-renew/widget';
import '@leb-renew/widget/sign-in/define';
import { sendKeys } from '@web/test-runner-commands';
import { now, stoppedClock } from './fixtures.ts';
import { pageIs, textOf } from './page.ts';
import { soon } from './soon.ts';

const run = 1;
const challenge = {
  challengeId: 'challenge-1',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-22T10:10:00Z',
};
const signedOut: SignInState = { status: 'signed-out', run, problem: null };
const throttled = problem('too-many-requests', { retryAfterSeconds: 30 });
const token = 'token-of-a-mail';

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
  'reset link ended': { status: 'resetting', run, problem: problem('link-ended') },
  'reset throttled': { status: 'resetting', run, problem: throttled },
  'new password': { status: 'new-password', run, token, problem: null },
  'new password refused': { status: 'new-password', run, token, problem: problem('unavailable') },
  'setting password': { status: 'setting-password', run, token },
  'password set': { status: 'password-set', run },
  waiting: { status: 'waiting', run, problem: throttled, challenge: null },
  'waiting for a code': { status: 'waiting', run, problem: throttled, challenge },
  locked: { status: 'locked', run, problem: problem('account-locked') },
  'opening link': { status: 'opening-link', run, token, problem: null },
  'link not opened': { status: 'opening-link', run, token, problem: problem('offline') },
  'renewal link ended': { status: 'signed-out', run, problem: problem('link-ended') },
};

/** A form on the page, what it has handed over, and what an ancestor has heard of it. */
async function setup(state: SignInState = signedOut, clock: Clock | null = null) {
  const handed: string[] = [];
  const overheard: string[] = [];
  const page = document.createElement('div');
  for (const type of ['leb-sign-in-submit', 'leb-code-submit', 'leb-reset-submit', 'leb-password-submit'])
    page.addEventListener(type, () => overheard.push(type));
  pageIs('visible');
  const el = await fixture<SignIn>(
    html`<leb-sign-in
      lang="en"
      reset
      .state=${state}
      .clock=${clock}
      @leb-sign-in-submit=${({ email, password }: HTMLElementEventMap['leb-sign-in-submit']) =>
        handed.push(`${email} ${password}`)}
      @leb-code-submit=${({ code }: HTMLElementEventMap['leb-code-submit']) => handed.push(code)}
      @leb-reset-submit=${({ email }: HTMLElementEventMap['leb-reset-submit']) => handed.push(email)}
      @leb-password-submit=${({ password }: HTMLElementEventMap['leb-password-submit']) =>
        handed.push(password)}
      @leb-retry=${({ type }: Event) => handed.push(type)}
      @leb-token-wanted=${({ type }: Event) => handed.push(type)}
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
    press: async (name: string) => {
      [...el.querySelectorAll('button')].find((each) => textOf(each) === name)!.click();
      await el.updateComplete;
    },
    moveTo: async (seconds: number) => {
      (clock as ReturnType<typeof stoppedClock>).moveTo(now + seconds * 1000);
      await el.updateComplete;
    },
    /** Everything that a screen reader reads with a field, beside its label. */
    readWith: (name: string) =>
      el
        .querySelector(`[name=${name}]`)!
        .getAttribute('aria-describedby')!
        .split(' ')
        .map((id) => textOf(document.getElementById(id)))
        .join(' ')
        .trim(),
    link: () => el.querySelector<HTMLButtonElement>('.link')!,
    complaints: () => [...el.querySelectorAll('.complaint')].map(textOf),
    async become(next: SignInState) {
      el.state = next;
      await el.updateComplete;
    },
  };
}

describe('<leb-sign-in>', () => {
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
    expect(field('code').getAttribute('autocomplete')).to.equal('one-time-code');
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
    await become(states['new password']!);
    field('password').value = 'renew-me-again';
    await submit();
    expect(handed).to.deep.equal([
      'mira@example.com  secret ',
      '123456',
      'mira@example.com',
      'renew-me-again',
    ]);
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

  it('says beforehand, read with the field, that a complete code is checked at once', async () => {
    const { readWith } = await setup(states['code']);
    expect(readWith('code')).to.contain('It is checked as soon as it is complete.');
  });

  it('tidies a code that is pasted, and goes on once it is complete, once', async () => {
    const { field, handed, become, focused } = await setup(states['code']);
    field('code').focus();
    await sendKeys({ type: '12-34' });
    expect(handed).to.be.empty;
    await sendKeys({ type: ' 56' });
    expect(field('code').value).to.equal('123456');
    await sendKeys({ press: 'Enter' });
    expect(handed).to.deep.equal(['123456']);
    await become(states['verifying']!);
    await sendKeys({ press: 'Enter' });
    await become(states['wrong code']!);
    expect(focused()).to.equal('code');
    await sendKeys({ type: '654321' });
    expect(handed).to.deep.equal(['123456', '654321']);
  });

  it('takes the code out of the sentence it was copied with, also in wide digits', async () => {
    const { field, handed } = await setup(states['code']);
    field('code').value = 'Your code: １２３ 456.';
    field('code').dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(handed).to.deep.equal(['123456']);
  });

  it('reads a wrong code out together with its field', async () => {
    const { become, readWith } = await setup(states['verifying']);
    await become(states['wrong code']!);
    expect(readWith('code')).to.contain('This code is wrong or has run out.');
  });

  it('says until when a code works, and at that moment that it has run out', async () => {
    const { el, press, handed, moveTo, focused } = await setup(states['code'], stoppedClock());
    const { textContent } = el;
    expect(textContent).to.match(/It works until \d\d:\d\d/);
    el.querySelector('input')!.focus();
    await moveTo(600);
    expect(textOf(el)).to.contain('This code has run out. Sign in again and we send you a new one.');
    expect(el.querySelector('input') === null).to.equal(true);
    expect(focused()).to.equal('alert');
    await press('Back to sign-in');
    expect(handed).to.deep.equal(['leb-back']);
  });

  it('leads back to a new code', async () => {
    const { press, handed } = await setup(states['code']);
    await press('Sign in again for a new code');
    expect(handed).to.deep.equal(['leb-back']);
  });

  it('tells the rule for a new password before it is broken, and again when it is', async () => {
    const { field, submit, handed, readWith, focused, complaints } = await setup(states['new password']);
    expect(readWith('password')).to.equal('At least 8 characters, any you like.');
    field('password').value = '1234567';
    await submit();
    expect(handed).to.be.empty;
    expect(complaints()).to.deep.equal(['Use at least 8 characters.']);
    expect(readWith('password')).to.contain('Use at least 8 characters.');
    expect(focused()).to.equal('password');
    field('password').value = '🙂🙂🙂🙂🙂🙂🙂';
    await submit();
    expect(handed).to.be.empty;
    field('password').value = '12345678';
    await submit();
    expect(handed).to.deep.equal(['12345678']);
  });

  it('lets a password manager keep a new password under the name of its account', async () => {
    const { field, submit, become } = await setup(states['resetting']);
    field('email').value = 'mira@example.com';
    await submit();
    await become(states['new password']!);
    expect(field('password').autocomplete).to.equal('new-password');
    expect(field('username').autocomplete).to.equal('username');
    expect(field('username').value).to.equal('mira@example.com');
    expect(field('username').form === field('password').form).to.equal(true);
    expect(field('username').checkVisibility()).to.equal(false);
  });

  it('hides a password again that is sent', async () => {
    const { el, field, submit } = await setup(states['new password']);
    el.querySelector<HTMLButtonElement>('.secret button')!.click();
    await el.updateComplete;
    field('password').value = 'renew-me-again';
    await submit();
    expect(field('password').type).to.equal('password');
  });

  it('asks to sign in with the new password once it is set', async () => {
    const { el, become, focused, readWith } = await setup(states['setting password']);
    await become(states['password set']!);
    expect(textOf(el)).to.contain('Your new password is set. Sign in with it to go on.');
    expect(focused()).to.equal('email');
    expect(readWith('email')).to.contain('Your new password is set.');
  });

  it('offers another mail when the link of one has ended', async () => {
    const { el, field, become } = await setup(states['setting password']);
    await become(states['reset link ended']!);
    expect(textOf(el)).to.contain(
      'This link has run out. Ask for a new one here. If your new password is set already, sign in with it.',
    );
    expect(field('email').checkVisibility()).to.equal(true);
  });

  it('shows the form when a renewal link has ended', async () => {
    const { el, field, become } = await setup(states['opening link']);
    expect(textOf(el)).to.contain('Opening your link');
    await become(states['renewal link ended']!);
    expect(textOf(el)).to.contain('This link has run out. Sign in instead, or look for a newer mail.');
    expect(field('password').checkVisibility()).to.equal(true);
  });

  it('tries a link again that could not be opened', async () => {
    const { press, handed } = await setup(states['link not opened']);
    await press('Try again');
    await press('Back to sign-in');
    expect(handed).to.deep.equal(['leb-retry', 'leb-back']);
  });

  it('leads out of a locked account', async () => {
    const { el, press, handed } = await setup(states['locked']);
    expect(textOf(el)).to.contain('Set a new password to open it, or contact support.');
    await press('Reset your password');
    await press('Back to sign-in');
    expect(handed).to.deep.equal(['leb-sign-in-forgot', 'leb-back']);
  });

  it('leads to support where a locked account has no other way out', async () => {
    const { el } = await setup(states['locked']);
    el.reset = false;
    await el.updateComplete;
    expect(textOf(el)).to.contain('Please contact support.');
    expect(textOf(el)).not.to.contain('Reset your password');
  });

  it('counts down a time to wait, keeps what was typed and takes no try before it is over', async () => {
    const { el, field, submit, handed, become, moveTo, focused } = await setup(
      states['signing in'],
      stoppedClock(),
    );
    field('email').value = 'mira@example.com';
    field('password').value = 'secret';
    await become(states['waiting']!);
    expect(textOf(el)).to.contain('There were too many tries in a short time. Please wait 30 seconds.');
    expect(focused()).to.equal('alert');
    await moveTo(12.5);
    expect(textOf(el)).to.contain('Please wait 18 seconds.');
    field('password').focus();
    await submit();
    expect(handed).to.be.empty;
    expect(focused()).to.equal('alert');
    await become(signedOut);
    expect(textOf(el)).not.to.contain('Please wait');
    expect(textOf(el)).to.contain('You can try again now.');
    expect(focused(), 'the notice is gone').to.equal('email');
    await submit();
    expect(handed).to.deep.equal(['mira@example.com secret']);
  });

  it('stays at the code while too many were tried, and goes back from there', async () => {
    const { field, become, handed, press } = await setup(states['verifying'], stoppedClock());
    field('code').value = '123456';
    await become(states['waiting for a code']!);
    expect(field('code').value).to.equal('123456');
    await press('Sign in again for a new code');
    expect(handed).to.deep.equal(['leb-back']);
  });

  it('reads a countdown out at its start and at its end only', async () => {
    const { el, become, moveTo } = await setup(states['signing in'], stoppedClock());
    const status = [...el.querySelectorAll('[role=status]')].find((each) => each.className === 'again');
    await become(states['waiting']!);
    const timer = el.querySelector('[role=timer]')!;
    await moveTo(1);
    expect(textOf(timer)).to.equal('Please wait 29 seconds.');
    expect(el.querySelector('[role=timer]') === timer).to.equal(true);
    await become(signedOut);
    expect(textOf(status!)).to.equal('You can try again now.');
  });

  it('lets a mail be asked for again when the time to wait for it is over', async () => {
    const { el, field, submit, handed, moveTo } = await setup(states['reset throttled'], stoppedClock());
    field('email').value = 'mira@example.com';
    await moveTo(29);
    expect(textOf(el)).to.contain('Please wait 1 second.');
    await submit();
    expect(handed).to.be.empty;
    await moveTo(30);
    expect(textOf(el)).to.contain('You can try again now.');
    expect(textOf(el)).not.to.contain('There were too many tries');
    await submit();
    expect(handed).to.deep.equal(['mira@example.com']);
  });

  it('counts long times in minutes', async () => {
    const problemOfLong = problem('too-many-requests', { retryAfterSeconds: 840 });
    const { el } = await setup({ status: 'waiting', run, problem: problemOfLong, challenge: null });
    expect(textOf(el)).to.contain('Please wait 14 minutes.');
  });

  it('takes an address that was typed along to the form for a forgotten password', async () => {
    const { field, press, become } = await setup();
    field('email').focus();
    await sendKeys({ type: 'mira@example.com' });
    await press('Forgot your password?');
    await become(states['resetting']!);
    expect(field('email').value).to.equal('mira@example.com');
  });

  it('keeps what was typed, and the focus, when the language changes', async () => {
    const { el, field } = await setup();
    field('password').focus();
    await sendKeys({ type: 'secret' });
    el.lang = 'zh-Hans';
    await el.updateComplete;
    await soon(() => textOf(el).includes('登录'));
    expect(field('password').value).to.equal('secret');
    expect(document.activeElement === field('password')).to.equal(true);
  });

  it('leaves the focus to a person who is somewhere else on the page', async () => {
    const { page, become } = await setup(states['opening link']);
    const elsewhere = page.appendChild(document.createElement('button'));
    elsewhere.focus();
    await become(states['renewal link ended']!);
    await become(states['wrong password']!);
    expect(document.activeElement === elsewhere).to.equal(true);
  });

  it('asks for no password where the page signs people in itself', async () => {
    const { el, press, handed } = await setup({
      status: 'signed-out',
      run,
      problem: problem('not-signed-in'),
    });
    el.elsewhere = true;
    await el.updateComplete;
    expect(el.querySelector('input') === null).to.equal(true);
    expect(textOf(el)).to.contain(
      'You are no longer signed in. Sign in on this site, then go on here. Nothing is lost.',
    );
    await expect(el).to.be.accessible();
    await press('Sign in');
    expect(handed).to.deep.equal(['leb-token-wanted']);
  });

  it('says that Caps Lock is on', async () => {
    const { el, field } = await setup();
    field('password').dispatchEvent(new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: true }));
    await el.updateComplete;
    expect(textOf(el)).to.contain('Caps Lock is on.');
    // What a browser sends that fills the field in.
    field('password').dispatchEvent(new Event('keydown'));
    field('password').dispatchEvent(new KeyboardEvent('keyup', { key: 'a' }));
    await el.updateComplete;
    expect(textOf(el)).not.to.contain('Caps Lock is on.');
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
