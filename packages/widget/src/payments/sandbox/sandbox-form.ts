import { html, type TemplateResult } from 'lit';
import type { PaymentMethod } from '@leb-renew/core';
import type { SandboxScenario } from '@leb-renew/core/contract';

/** What a tester has chosen in the form. */
export interface SandboxChoice {
  readonly method: PaymentMethod;
  readonly scenario: SandboxScenario;
}

const methodNames: Record<PaymentMethod, string> = {
  card: 'Card',
  paypal: 'PayPal',
  alipay: 'Alipay',
  wechat_pay: 'WeChat Pay',
};

const scenarioNames: Record<SandboxScenario, string> = {
  approve: 'Approve the payment',
  'insufficient-funds': 'Decline: not enough funds',
  'payment-declined': 'Decline: no reason given',
  'expired-card': 'Decline: card expired',
  'authentication-failed': 'Bank cannot confirm the customer',
  slow: 'Approve after a few seconds',
  processing: 'Decide later',
  'lost-answer': 'Take the money, lose the answer',
};

/** The form of the sandbox: scenarios instead of card numbers, and a mark that says so. */
export const sandboxForm = (
  methods: readonly PaymentMethod[],
  choice: SandboxChoice,
  change: (choice: SandboxChoice) => void,
): TemplateResult => html`
  <div class="leb-sandbox" role="group" aria-label="Test payment">
    <fieldset class="leb-sandbox-methods">
      <legend>Test payment with</legend>
      ${methods.map(
        (method) => html`
          <label>
            <input
              type="radio"
              name="leb-sandbox-method"
              .checked=${method === choice.method}
              @change=${() => {
                change({ ...choice, method });
              }}
            />
            <span>${methodNames[method]}</span>
          </label>
        `,
      )}
    </fieldset>
    <label class="leb-sandbox-scenario">
      <span>What should happen?</span>
      <select
        name="leb-sandbox-scenario"
        @change=${(event: Event) => {
          change({ ...choice, scenario: (event.target as HTMLSelectElement).value as SandboxScenario });
        }}
      >
        ${Object.entries(scenarioNames).map(
          ([value, name]) =>
            html`<option value=${value} ?selected=${value === choice.scenario}>${name}</option>`,
        )}
      </select>
    </label>
  </div>
`;
