import { html, type TemplateResult } from 'lit';
import { plans as english } from '../../text/en/plans.ts';
import type { PlanWords } from '../../text/messages.ts';
import { planList } from './plan-list.ts';
import { planTable } from './plan-table.ts';
import type { PlanRow } from './radio.ts';

/** The real thing with plans as most sellers have them, for its size alone: nothing moves when the plans are here. */
export function placeholder(words: PlanWords | null, layout: 'list' | 'table'): TemplateResult {
  const shape = words ?? english;
  const rows = ['1 month', '3 months', '1 year', '2 years'].map((name) => typical(name, shape));
  return html`<div class="panel" aria-busy="true">
    <p class="unseen" role="status">${words?.loading}</p>
    <div class="title bone word">&nbsp;</div>
    <div class="bones" aria-hidden="true">
      ${layout === 'table' ? planTable(rows, shape) : planList(rows, shape)}
    </div>
    <div class="need bone word"></div>
    <slot></slot>
    <div class="button bone"></div>
  </div>`;
}

function typical(name: string, words: PlanWords): PlanRow {
  const isShortest = name === '1 month';
  return {
    facts: {
      planId: name.replace(' ', '-'),
      name,
      isOpen: true,
      isCurrent: name === '1 year',
      price: isShortest ? 'US$9.00' : 'US$84.00',
      month: isShortest ? null : words.perMonth('US$7.00'),
      saving: isShortest ? null : words.save('22%'),
      comparedWith: isShortest ? null : words.comparedWith('1 month', 12),
      allowance: words.allowance('15\u00a0GB', isShortest ? 'term' : 'month'),
      includes: ['40 countries'],
      until: words.newEnd('4\u00a0Dec\u00a02027'),
    },
    isChosen: false,
    isBest: false,
  };
}
