import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// What oxlint has no rules for; all others are in .oxlintrc.json.

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
    name: 'everywhere',
    files: ['packages/*/src/**/*.ts', 'stories/**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { 'no-restricted-syntax': ['error', enumeration] },
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
);
