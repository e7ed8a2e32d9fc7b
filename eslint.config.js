import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What node:test gives to a test file; it waits for these itself. */
const nodeTests = ['after', 'afterEach', 'before', 'beforeEach', 'describe', 'it', 'suite', 'test'];

const enumeration = {
  selector: 'TSEnumDeclaration',
  message: 'A union of strings says the same and leaves nothing in the output.',
};
const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'This runs in a browser, where there is no process.',
};
const starExport = {
  selector: 'ExportAllDeclaration',
  message: 'The index is the public contract: name what it exports.',
};
const logicInIndex = {
  selector: 'Program > :not(ExportNamedDeclaration[source], ExportAllDeclaration, ImportDeclaration)',
  message: 'The index only exports.',
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/.cache/', '**/.data/', 'storybook-static/', 'coverage/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    name: 'everywhere',
    files: ['**/*.{ts,mjs,js}'],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', enumeration],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: nodeTests }] },
      ],
      // Slow, and about what we hardly have: class hierarchies and enumerations.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/unbound-method': 'off', // Our ports are objects of functions; they are passed on freely.
    },
  },
  {
    name: 'what ships',
    files: ['packages/*/src/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'what may run in a browser',
    files: ['packages/{core,themes,widget}/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', enumeration, environment] },
  },
  {
    name: 'public contracts',
    files: ['packages/*/src/index.ts'],
    rules: { 'no-restricted-syntax': ['error', enumeration, environment, starExport, logicInIndex] },
  },
  {
    name: 'elements',
    files: ['packages/widget/src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'wc/no-typos': 'error',
      'wc/require-listener-teardown': 'error',
    },
  },
  {
    name: 'tests',
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-dynamic-delete': 'off', // Of a field that an answer must not lack.
      '@typescript-eslint/no-non-null-assertion': 'off', // If it is not there, the test fails, as it should.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // get<Card>(...) says what is expected.
      '@typescript-eslint/no-unused-expressions': 'off', // expect(it).to.be.true
      '@typescript-eslint/require-await': 'off', // Fakes keep the shape of what they stand for.
    },
  },
  {
    name: 'scripts',
    files: ['scripts/**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off', // They read our own JSON.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    name: 'settings of tools',
    files: ['*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
