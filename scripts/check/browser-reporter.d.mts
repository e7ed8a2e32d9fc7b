import type { Reporter } from '@web/test-runner';

/** A reporter for Web Test Runner; `allMustRun` says whether a test that is left out has failed. */
export function browserReporter(how: { readonly allMustRun: boolean }): Reporter;
