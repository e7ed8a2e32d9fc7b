import { expect, nextFrame } from '@open-wc/testing';
import { showRenewal } from '../../../examples/headless/react.ts';
import { openWorld } from '../../../examples/headless/world.ts';
import { personAt } from './person.ts';

/** The React example on a page, and a person in front of it. */
function setup() {
  const ports = openWorld();
  ports.tickets.clear();
  const root = document.createElement('section');
  document.body.append(root);
  const stop = showRenewal(root, ports);
  const leave = () => {
    stop();
    root.remove();
    ports.tickets.clear();
  };
  return { root, leave, ...personAt(root) };
}

describe('the headless example in React', () => {
  it('renews a card from the sign-in on, and survives a declined payment', async () => {
    const { sees, press, signIn, shown, choosesScenario, leave } = setup();
    await signIn();
    await press('Renew LEB Global card');
    await sees('1 year, until');
    expect(shown()).to.match(/until \w+ \d+, \d{4}: \$84\.00/);
    await choosesScenario('Not enough funds');
    await press('Pay $84.00');
    await sees('Not enough money available.');
    await choosesScenario('The bank approves');
    await press('Pay $84.00');
    await sees('Renewed');
    expect(shown()).not.to.contain('Not enough money');
    await press('Done');
    await sees('Your cards');
    leave();
  });

  it('keeps the address that was typed with a wrong password, and says what it is doing in words', async () => {
    const { root, sees, press, signIn, shown, leave } = setup();
    await signIn('not this one');
    await sees('password');
    expect(root.querySelector<HTMLInputElement>('[name=email]')!.value).to.equal('mira@example.com');
    await signIn();
    await press('Renew LEB Global card');
    await sees('Pay $84.00');
    expect(shown()).not.to.contain('paying');
    leave();
  });

  it('leaves the payment form where it is when the person comes back to the page', async () => {
    const { root, sees, press, signIn, leave } = setup();
    await signIn();
    await press('Renew LEB Global card');
    await sees('Pay $84.00');
    const moves: MutationRecord[] = [];
    const observer = new MutationObserver((records) => moves.push(...records));
    observer.observe(root.querySelector('.payment')!.parentElement!, { childList: true });
    dispatchEvent(new Event('focus'));
    await nextFrame();
    observer.disconnect();
    expect(moves).to.deep.equal([]);
    leave();
  });
});
