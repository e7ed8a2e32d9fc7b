/**
 * Who may import whom. ARCHITECTURE.md tells why; test/house/import-rules.test.ts proves that every rule bites.
 *
 * Paths are regular expressions on resolved files: a package imported by name appears here as the file it leads to.
 */
const anything = '.';
const core = '^packages/core/src/';
const themes = '^packages/themes/src/';
const widget = '^packages/widget/src/';
const elements = `${widget}elements/`;
const server = '^packages/server/src/';
const lit = '/node_modules/(lit|lit-html|lit-element|@lit/reactive-element|@lit/task)/';

/** @param {string} name */
const library = (name) => `/node_modules/${name}/`;

/** What only types: gone before anything runs. */
const typesOnly = ['type-only'];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const rules = [
  {
    name: 'core-stands-alone',
    comment: 'Core imports core; its calendar room also Temporal.',
    from: { path: core },
    to: { path: anything, pathNot: [core, library('temporal-polyfill')] },
  },
  {
    name: 'calendar-only-in-term',
    comment:
      'Calendar arithmetic is for whoever computes dates: core/term, and core/sandbox playing the server.',
    from: { path: core, pathNot: `${core}(term|sandbox)/` },
    to: { path: [`${core}term/`, library('temporal-polyfill')] },
  },
  {
    name: 'sandbox-stays-out-of-core',
    comment: 'The sandbox is an entry of its own, for demo pages, stories and tests.',
    from: { path: core, pathNot: `${core}sandbox/` },
    to: { path: `${core}sandbox/` },
  },
  {
    name: 'machines-stand-alone',
    comment: 'A machine knows the contract and money; not the other machine, the store or the client.',
    from: { path: `${core}(renewal|sign-in)/` },
    to: { path: anything, pathNot: [`${core}($1|contract|money)/`, `${core}(machine|misuse)[.]ts$`] },
  },
  {
    name: 'journey-on-top',
    comment: 'A journey joins what core has; nothing in core needs one.',
    from: { path: core, pathNot: `${core}journey/` },
    to: { path: `${core}journey/` },
  },
  {
    name: 'themes-import-nothing',
    from: { path: themes },
    to: { path: anything, pathNot: themes },
  },
  {
    name: 'widget-computes-no-dates',
    comment: 'The server computes dates, the widget shows them; and the sandbox is not for shops.',
    from: { path: widget },
    to: { path: `${core}(term|sandbox)/` },
  },
  {
    name: 'leaf-elements-are-dumb',
    comment:
      'An element knows what it shows, and says what was wished; never adapters, a journey or other elements.',
    from: { path: `${elements}(?!renewal/|payment-form/)([^/]+)` },
    to: {
      path: anything,
      pathNot: [
        `${elements}($1/|[^/]+[.]ts$)`,
        `${widget}(events|is-server|controllers|context|text)(/|[.]ts$)`,
        `${widget}page/warn-once[.]ts$`,
        `${core}(?!journey/)`,
        themes,
        lit,
      ],
    },
  },
  {
    name: 'payment-form-stands-alone',
    comment:
      'It is a place of its own for a payment: no other element, and no more of a journey than the desk.',
    from: { path: `${elements}payment-form/` },
    to: {
      path: anything,
      pathNot: [
        `${elements}(payment-form/|[^/]+[.]ts$)`,
        `${widget}(events|is-server|controllers|page|text)(/|[.]ts$)`,
        core,
        themes,
        lit,
      ],
    },
  },
  {
    name: 'renewal-takes-elements-by-define',
    comment: 'The renewal element uses the tags of the leaves, and at most the types of their classes.',
    from: { path: `${elements}renewal/` },
    to: { path: `${elements}(?!renewal/)[^/]+/`, pathNot: '/define[.]ts$', dependencyTypesNot: typesOnly },
  },
  {
    name: 'elements-know-no-adapter',
    comment: 'A journey joins machines to adapters; page/ names those that a page has.',
    from: { path: elements },
    to: { path: `${widget}payments/` },
  },
  {
    name: 'stripe-adapter-stands-alone',
    comment: 'It knows Stripe, the ports of core, and how a page hears of a mistake.',
    from: { path: `${widget}payments/stripe/` },
    to: {
      path: anything,
      pathNot: [
        `${widget}payments/stripe/`,
        `${widget}page/warn-once[.]ts$`,
        core,
        library('@stripe/stripe-js'),
      ],
    },
  },
  {
    name: 'stripe-waits-to-be-asked',
    comment:
      '@stripe/stripe-js loads its script when imported; @stripe/stripe-js/pure waits for the first use.',
    from: { path: '^packages/' },
    to: { path: library('@stripe/stripe-js'), pathNot: '/pure/', dependencyTypesNot: typesOnly },
  },
  {
    name: 'server-has-no-face',
    from: { path: server },
    to: { path: [widget, themes, lit] },
  },
  {
    name: 'renewals-know-only-ports',
    comment:
      'Renewals use cards, the store and the ports of payments, suppliers and mail; never a concrete provider.',
    from: { path: `${server}renewals/` },
    to: {
      path: `${server}[^/]+/`,
      pathNot: [`${server}(renewals|store|cards)/`, `${server}(payments|suppliers|mail)/port[.]ts$`],
    },
  },
  {
    name: 'packages-stand-on-their-own',
    comment: 'Tests, stories and examples use the packages, never the other way round.',
    from: { path: '^packages/' },
    to: { path: '^(test|stories|examples|scripts)/' },
  },
  {
    name: 'packages-meet-at-the-door',
    comment: 'One package reaches another by its name, so through its exports; not by a path into its files.',
    from: { path: '^packages/([^/]+)/' },
    to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
  },
  {
    name: 'no-circles',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unknown-imports',
    comment: 'What cannot be resolved, no rule can judge.',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages/[^/]+/dist|storybook-static)/' },
    tsPreCompilationDeps: true, // Type imports count.
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@leb-renew/source', 'import', 'types', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
