import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from './root.ts';

/** Per rule: a file, and an import it must not have. */
const forbidden: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['core-stands-alone', 'core/src/plan/lit.ts', `import 'lit'`],
  ['core-stands-alone', 'core/src/plan/node.ts', `import 'node:fs'`],
  ['core-stands-alone', 'core/src/plan/themes.ts', `import '@leb-renew/themes'`],
  ['core-stands-alone', 'core/src/client/unknown.ts', `import type {} from 'pg'`],
  ['calendar-only-in-term', 'core/src/card/temporal.ts', `import 'temporal-polyfill'`],
  ['calendar-only-in-term', 'core/src/contract/term.ts', `import type {} from '../term/index.ts'`],
  ['sandbox-stays-out-of-core', 'core/src/client/sandbox.ts', `import '../sandbox/index.ts'`],
  ['machines-stand-alone', 'core/src/renewal/client.ts', `import '../client/index.ts'`],
  ['machines-stand-alone', 'core/src/renewal/store.ts', `import type {} from '../store/index.ts'`],
  ['machines-stand-alone', 'core/src/renewal/other.ts', `import '../sign-in/index.ts'`],
  ['machines-stand-alone', 'core/src/sign-in/other.ts', `import '../renewal/index.ts'`],
  ['journey-on-top', 'core/src/sandbox/journey.ts', `import type {} from '../journey/index.ts'`],
  ['themes-import-nothing', 'themes/src/core.ts', `import type {} from '@leb-renew/core'`],
  ['themes-import-nothing', 'themes/src/lit.ts', `import 'lit'`],
  ['widget-computes-no-dates', 'widget/src/text/term.ts', `import '@leb-renew/core/term'`],
  ['widget-computes-no-dates', 'widget/src/text/term-type.ts', `import type {} from '@leb-renew/core/term'`],
  ['widget-computes-no-dates', 'widget/src/text/sandbox.ts', `import '@leb-renew/core/sandbox'`],
  ['leaf-elements-are-dumb', 'widget/src/elements/receipt/other.ts', `import '../plan-picker/define.ts'`],
  ['leaf-elements-are-dumb', 'widget/src/elements/receipt/journey.ts', `import '@leb-renew/core/journey'`],
  [
    'leaf-elements-are-dumb',
    'widget/src/elements/receipt/stripe.ts',
    `import '../../payments/stripe/index.ts'`,
  ],
  ['leaf-elements-are-dumb', 'widget/src/elements/shared.ts', `import '../ports.ts'`],
  [
    'payment-form-stands-alone',
    'widget/src/elements/payment-form/panel.ts',
    `import '../checkout-panel/define.ts'`,
  ],
  [
    'renewal-takes-elements-by-define',
    'widget/src/elements/renewal/class.ts',
    `import '../receipt/receipt.ts'`,
  ],
  [
    'elements-know-no-adapter',
    'widget/src/elements/renewal/pay.ts',
    `import '../../payments/stripe/index.ts'`,
  ],
  ['stripe-adapter-stands-alone', 'widget/src/payments/stripe/lit.ts', `import 'lit'`],
  [
    'stripe-adapter-stands-alone',
    'widget/src/payments/stripe/leaf.ts',
    `import '../../elements/receipt/define.ts'`,
  ],
  ['stripe-adapter-stands-alone', 'widget/src/payments/stripe/tab.ts', `import '../../page/tabs.ts'`],
  ['stripe-waits-to-be-asked', 'widget/src/payments/stripe/eager.ts', `import '@stripe/stripe-js'`],
  ['server-has-no-face', 'server/src/http/widget.ts', `import '@leb-renew/widget'`],
  ['server-has-no-face', 'server/src/mail/themes.ts', `import type {} from '@leb-renew/themes'`],
  ['renewals-know-only-ports', 'server/src/renewals/sandbox.ts', `import '../payments/sandbox/index.ts'`],
  [
    'renewals-know-only-ports',
    'server/src/renewals/stripe.ts',
    `import type {} from '../payments/stripe/index.ts'`,
  ],
  ['renewals-know-only-ports', 'server/src/renewals/local.ts', `import '../suppliers/local/index.ts'`],
  ['renewals-know-only-ports', 'server/src/renewals/mail.ts', `import '../mail/smtp.ts'`],
  ['renewals-know-only-ports', 'server/src/renewals/http.ts', `import '../http/app.ts'`],
  ['packages-stand-on-their-own', 'server/src/fake.ts', `import '../../../test/fakes/clock.ts'`],
  ['packages-stand-on-their-own', 'widget/src/story.ts', `import '../../../stories/a.stories.ts'`],
  ['packages-stand-on-their-own', 'widget/src/shop.ts', `import '../../../examples/shop/start.ts'`],
  ['packages-meet-at-the-door', 'server/src/back-door.ts', `import '../../core/src/client/index.ts'`],
  ['no-circles', 'core/src/money/one.ts', `import './two.ts'`],
  ['no-unknown-imports', 'server/src/unknown.ts', `import 'not-installed'`],
];

/** What the same rules must let through. */
const allowed: readonly (readonly [file: string, imported: string])[] = [
  ['core/src/contract/schema.ts', `import '../schema/index.ts'`],
  ['core/src/term/temporal.ts', `import 'temporal-polyfill'`],
  ['core/src/sandbox/term.ts', `import '../term/index.ts'`],
  ['core/src/renewal/money.ts', `import '../money/index.ts'`],
  ['core/src/sign-in/contract.ts', `import '../contract/index.ts'`],
  [
    'widget/src/elements/receipt/ok.ts',
    `import '@leb-renew/core'; import '@lit/task'; import 'lit/directives/live.js'`,
  ],
  ['widget/src/elements/receipt/ok-too.ts', `import '../../events.ts'; import '../shared.styles.ts'`],
  ['widget/src/elements/renewal/ok.ts', `import '../receipt/define.ts'; import '@leb-renew/core/journey'`],
  ['widget/src/elements/renewal/types.ts', `import type {} from '../receipt/receipt.ts'`],
  ['widget/src/payments/stripe/ok.ts', `import '@stripe/stripe-js/pure/index.mjs'; import '@leb-renew/core'`],
  ['widget/src/payments/stripe/heard.ts', `import '../../page/warn-once.ts'`],
  ['widget/src/payments/stripe/types.ts', `import type { Stripe } from '@stripe/stripe-js'`],
  [
    'server/src/renewals/ok.ts',
    `import '../store/database.ts'; import '../payments/port.ts'; import '../mail/port.ts'`,
  ],
  ['server/src/http/ok.ts', `import '@leb-renew/core'; import '@leb-renew/core/term'; import 'node:http'`],
];

/** What the imports above lead to. */
const targets = [
  ...[
    'card',
    'client',
    'contract',
    'journey',
    'money',
    'renewal',
    'sandbox',
    'schema',
    'sign-in',
    'store',
    'term',
  ].map((room) => `packages/core/src/${room}/index.ts`),
  'packages/core/src/index.ts',
  'packages/themes/src/index.ts',
  'packages/widget/src/index.ts',
  'packages/widget/src/events.ts',
  'packages/widget/src/ports.ts',
  'packages/widget/src/elements/shared.styles.ts',
  'packages/widget/src/elements/plan-picker/define.ts',
  'packages/widget/src/elements/receipt/define.ts',
  'packages/widget/src/elements/receipt/receipt.ts',
  'packages/widget/src/page/tabs.ts',
  'packages/widget/src/page/warn-once.ts',
  'packages/widget/src/payments/stripe/index.ts',
  'packages/server/src/http/app.ts',
  'packages/server/src/mail/port.ts',
  'packages/server/src/mail/smtp.ts',
  'packages/server/src/payments/port.ts',
  'packages/server/src/payments/sandbox/index.ts',
  'packages/server/src/payments/stripe/index.ts',
  'packages/server/src/store/database.ts',
  'packages/server/src/suppliers/local/index.ts',
  'test/fakes/clock.ts',
  'stories/a.stories.ts',
  'examples/shop/start.ts',
];

const libraries = {
  core: ['temporal-polyfill'],
  widget: ['lit', '@lit/task', '@stripe/stripe-js'],
  server: ['pg'],
};

interface Judgement {
  readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
}

/** Judges a small tree of files, laid out like ours, by our rules. */
function judge(): Judgement {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'import-rules-'));
  try {
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    const link = (name: string, target: string) => {
      mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
      symlinkSync(target, join(folder, 'node_modules', name), 'junction');
    };
    cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
    for (const name of ['core', 'themes', 'widget', 'server']) {
      const manifest = `packages/${name}/package.json`;
      cpSync(join(root, manifest), join(folder, manifest));
      link(`@leb-renew/${name}`, join(folder, 'packages', name));
    }
    for (const [name, used] of Object.entries(libraries)) {
      for (const library of used) {
        link(library, realpathSync(join(root, 'packages', name, 'node_modules', library)));
      }
    }
    for (const file of targets) write(file, 'export {};\n');
    write('packages/core/src/money/two.ts', `import type {} from './one.ts';\n`);
    for (const [, file, imported] of forbidden) write(`packages/${file}`, `${imported};\nexport {};\n`);
    for (const [file, imported] of allowed) write(`packages/${file}`, `${imported};\nexport {};\n`);

    const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const args = ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'packages'];
    const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    assert.equal(stderr, '');
    return (JSON.parse(stdout) as { summary: Judgement }).summary;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('The import rules', () => {
  const { violations, ruleSetUsed } = judge();
  const rulesBrokenBy = (file: string) =>
    violations.filter(({ from }) => from === `packages/${file}`).map(({ rule }) => rule.name);

  for (const [rule, file, imported] of forbidden) {
    test(`${rule}: ${file} must not ${imported}`, () => {
      assert.ok(
        rulesBrokenBy(file).includes(rule),
        `Found only: ${rulesBrokenBy(file).join(', ') || 'nothing'}`,
      );
    });
  }

  for (const [file, imported] of allowed) {
    test(`${file} may ${imported}`, () => {
      assert.deepEqual(rulesBrokenBy(file), []);
    });
  }

  test('are each proven here', () => {
    const names = ruleSetUsed.forbidden.map(({ name }) => name);
    assert.deepEqual([...new Set(forbidden.map(([rule]) => rule))].sort(), names.sort());
  });
});
