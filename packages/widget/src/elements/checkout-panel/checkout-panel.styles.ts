import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
    contain: layout;
  }
  :host([hidden]) {
    display: none;
  }
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
  .status:empty {
    align-self: start;
    margin-block-start: -16px;
  }
  .test {
    display: flex;
    gap: 6px;
  }
  .help,
  .fine a {
    color: var(--_text);
    font-size: var(--_small);
    text-decoration: underline var(--_accent);
    text-underline-offset: 3px;
  }
  .help {
    justify-self: start;
    padding-block: 12px;
    margin-block: -8px;
  }
  .consent {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 10px;
    min-block-size: 44px;
    align-items: start;
    cursor: pointer;
  }
  .consent input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
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
    font-weight: 650;
  }
  .steps [aria-current] .icon {
    color: var(--_warn);
  }
  .steps .later {
    color: var(--_text-quiet);
  }
  .dates-bone {
    block-size: 75px;
  }
  .bill-bone {
    block-size: 87px;
  }
  .form-bone {
    block-size: 150px;
  }
  .button-bone {
    block-size: 96px;
  }
`;
export default styles;
