import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { validityBar, type Validity } from '../../packages/widget/src/elements/validity-bar.ts';
import { day } from './fixtures.ts';

/** Where each part of a bar begins and ends, in per cent of its length. */
function setup(validity: Validity) {
  const page = document.createElement('div');
  render(validityBar(validity, 'what it says'), page);
  return {
    page,
    parts: Object.fromEntries(
      [...page.querySelectorAll('g > :not(.track), .today')].map((part): [string, number[]] => [
        part.getAttribute('class')!,
        ['x1', 'x2'].map((name) => Math.round(parseFloat(part.getAttribute(name)!))),
      ]),
    ),
  };
}

describe('the validity bar', () => {
  it('puts what is left and what a renewal adds side by side', () => {
    const { parts } = setup({ start: 0, now: 0, end: 25 * day, newEnd: 100 * day });
    expect(parts).to.deep.equal({ left: [0, 25], added: [25, 100], today: [0, 0] });
  });

  it('hatches the days that are dropped where the new ones lie over them', () => {
    const { parts } = setup({ start: 0, now: 0, end: 0, newEnd: 35 * day, lostUntil: 7 * day });
    expect(parts).to.deep.equal({ added: [0, 100], lost: [0, 20], today: [0, 0] });
  });

  it('fills what has passed, and shows no part so thin that nobody sees it', () => {
    expect(setup({ start: 0, now: 99.9 * day, end: 100 * day }).parts).to.deep.equal({
      past: [0, 100],
      left: [98, 100],
      today: [100, 100],
    });
  });

  it('stays within its length, whatever the dates are', () => {
    for (const [start, now, end] of [
      [10, 0, 5],
      [0, 0, 0],
      [5, 100, 6],
      [0, -10, 10],
    ] as const)
      for (const ends of Object.values(setup({ start, now, end, graceEnd: end + 1 }).parts).flat())
        expect(ends).to.be.within(0, 100);
  });

  it('says the same in words', () => {
    const picture = setup({ start: 0, now: 1, end: 2 }).page.querySelector('[role=img]');
    expect(picture?.getAttribute('aria-label')).to.equal('what it says');
  });
});
