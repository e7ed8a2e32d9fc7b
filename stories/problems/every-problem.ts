import { problem, type ProblemCode } from '@leb-renew/core';
import { problemKinds } from '@leb-renew/core/contract';
import { html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { TextController } from '../../packages/widget/src/controllers/text-controller.ts';
import { foundation } from '../../packages/widget/src/elements/foundation.styles.ts';
import { host } from '../../packages/widget/src/elements/host.styles.ts';
import { notice } from '../../packages/widget/src/elements/notice.styles.ts';
import { panel } from '../../packages/widget/src/elements/panel.styles.ts';
import { problemNotice } from '../../packages/widget/src/elements/problem-notice.ts';
import { journey } from '../../packages/widget/src/text/en/journey.ts';

const codes = Object.keys(problemKinds) as ProblemCode[];

/**
 * What the elements say of each problem, one below the other, to be read and measured. A tool of this Storybook; no package
 * has it.
 *
 * @element every-problem
 */
export class EveryProblem extends LitElement {
  static override styles: CSSResultGroup = [foundation, host, panel, notice];

  readonly #text = new TextController(this, 'journey', journey);

  protected override render(): TemplateResult {
    const { words, dir } = this.#text;
    if (words === null) return html``;
    const notices = codes.map((code) => {
      const trouble = problem(code);
      return problemNotice(trouble, words.problem, words.charged[trouble.charged]);
    });
    return html`<section class="panel" lang=${words.tag} dir=${dir}>${notices}</section>`;
  }
}

customElements.define('every-problem', EveryProblem);
