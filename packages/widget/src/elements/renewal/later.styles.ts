import { css, type CSSResult } from 'lit';

/**
 * Holds the place of a part whose script is not here yet, in the size of the part's own placeholder with the default
 * tokens: nothing moves when it comes. Widths are in an `em` of the journey's text, 15 px. A payment form that is there
 * first waits unseen.
 */
const styles: CSSResult = css`
  .journey {
    container-type: inline-size;
  }
  .journey > :not(:defined) {
    display: grid;
    grid-template-rows: 1.5em 1fr;
    gap: 16px;
    box-sizing: content-box;
    block-size: var(--_later);
    padding: min(20px, 5%);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .journey > :not(:defined)::before,
  .journey > :not(:defined)::after {
    content: '';
    border-radius: min(6px, var(--_radius));
    background: var(--_text-tint);
  }
  .journey > :not(:defined)::before {
    inline-size: 9em;
  }
  .journey > :not(:defined) > * {
    position: absolute;
    visibility: hidden;
  }
  leb-plan-picker {
    --_later: 760.2px;
  }
  leb-checkout-panel {
    --_later: 1046.2px;
  }
  leb-receipt {
    --_later: 739.2px;
  }
  @container (min-inline-size: 20.267em) {
    leb-receipt {
      --_later: 717.2px;
    }
  }
  @container (min-inline-size: 20.8em) {
    leb-checkout-panel {
      --_later: 989.2px;
    }
  }
  @container (min-inline-size: 20.933em) {
    leb-plan-picker {
      --_later: 684.2px;
    }
  }
  @container (min-inline-size: 22.667em) {
    leb-receipt {
      --_later: 698.2px;
    }
  }
  @container (min-inline-size: 24em) {
    leb-receipt {
      --_later: 657.2px;
    }
  }
  @container (min-inline-size: 25.333em) {
    leb-checkout-panel {
      --_later: 970.2px;
    }
    leb-receipt {
      --_later: 638.2px;
    }
  }
  @container (min-inline-size: 26.667em) {
    leb-plan-picker {
      --_later: 663.2px;
    }
  }
  @container (min-inline-size: 27.733em) {
    leb-checkout-panel {
      --_later: 893.1px;
    }
  }
  @container (min-inline-size: 28.667em) {
    leb-checkout-panel {
      --_later: 870.1px;
    }
    leb-receipt {
      --_later: 590.2px;
    }
  }
  @container (min-inline-size: 32em) {
    leb-plan-picker {
      --_later: 600.2px;
    }
  }
  @container (min-inline-size: 35.2em) {
    leb-checkout-panel {
      --_later: 851.1px;
    }
  }
  @container (min-inline-size: 42.667em) {
    leb-receipt {
      --_later: 571.2px;
    }
  }
  leb-checkout-panel.resuming {
    --_later: 170px;
  }
`;
export default styles;
