/** One jest for every suite: TypeScript through swc, ES modules, one worker process a core. */
export default {
  rootDir: '../..',
  roots: ['<rootDir>/test', '<rootDir>/packages'],
  testMatch: ['**/*.test.{ts,tsx}'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/(?!.*dist/).*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/start-database.ts',
  globalTeardown: '<rootDir>/test/support/stop-database.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/forbid-network.ts'],
  // Ends what hangs, and proves nothing: a machine ten times slower is to pass. No test has a time-out of its own.
  testTimeout: 240_000,
  maxWorkers: 2,
  // A worker's heap grows with each file: to begin anew costs less than to collect the garbage of a large one.
  workerIdleMemoryLimit: '700MB',
  // A worker that ran 80 suites takes 0.4 s to give its memory back; jest's own limit is 0.5 s, too near for a slow machine.
  workerGracefulExitTimeout: 5_000,
  reporters: ['default', '<rootDir>/config/tooling/closing-line-reporter.js'],
};
