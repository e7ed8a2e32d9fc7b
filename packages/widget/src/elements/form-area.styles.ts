import { css, type CSSResult } from 'lit';

/** The place of a payment form, `.form`, and of one that is not there yet, `.form-bone`, in the size of the same. */
export const formAreaStyles: CSSResult = css`
  .form,
  .form-bone {
    min-block-size: 361px;
  }
  .form {
    position: relative;
  }
  .form > .bone {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    color: var(--_text-quiet);
    font-size: var(--_small);
  }
  .test {
    display: flex;
    gap: 6px;
  }
  .test,
  .ways {
    margin-block-end: 12px;
  }
  .form[aria-busy='true'] > p {
    visibility: hidden;
  }
  @container (min-inline-size: 26em) {
    .form,
    .form-bone {
      min-block-size: 303px;
    }
  }
`;
