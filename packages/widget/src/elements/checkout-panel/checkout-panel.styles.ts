import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
  .stack,
  .trouble,
  .fine {
    display: grid;
    gap: 8px;
  }
  .fine {
    gap: 4px;
  }
  .code {
    color: var(--_text-quiet);
    font-size: var(--_small);
    font-weight: 400;
  }
  .two > .head {
    margin-block-start: 8px;
  }
  .tick {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 10px;
    align-items: center;
    min-block-size: 44px;
    color: var(--_text);
    cursor: pointer;
  }
  .tick input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent-ink);
  }
  .tick {
    font-size: var(--_small);
  }
  h2 + .quiet {
    margin-block-start: 2px;
  }
  .status {
    display: grid;
    place-content: center;
    min-block-size: 44px;
    text-align: center;
  }
  .steps {
    display: grid;
    gap: 8px;
    list-style: none;
  }
  .steps li {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .steps .ok {
    background: none;
  }
  .steps .ok .icon {
    color: var(--_ok);
  }
  .steps [aria-current] {
    font-weight: var(--_weight);
  }
  .steps [aria-current] .icon {
    color: var(--_warn);
  }
  .steps .later {
    color: var(--_text-quiet);
  }
  .card-bone {
    margin-block-start: 2px;
  }
`;
export default styles;
