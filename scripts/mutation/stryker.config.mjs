/** What the parts of core have in common; which files and tests, groups.ts says. */
export default {
  ignorePatterns: ['**', '!packages/core/{package.json,src/**}', '!test/core/**', '!test/chance.ts'],
  tempDirName: '.cache/stryker',
  cleanTempDir: 'always',
  symlinkNodeModules: false, // They would lead back to the real core.
  buildCommand: 'node ../../../scripts/mutation/link-core.ts',
  disableTypeChecks: false,
  testRunner: 'tap',
  plugins: ['@stryker-mutator/tap-runner'],
  tap: {
    nodeArgs: [
      '--conditions=@leb-renew/source',
      '--test-reporter=tap',
      `--import=${new URL('first-failure.ts', import.meta.url).href}`,
    ],
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 60_000, // A slow machine is no proof; a loop without end is counted, not timed.
  reporters: ['progress-append-only'],
  allowConsoleColors: false,
  logLevel: 'warn',
};
