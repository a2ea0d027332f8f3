import { defineConfig } from 'vitest/config';

// `check` runs the unit tests; `npm test` also the slow ones (the trained model, the built command line), Neo4j
// and the browser.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          setupFiles: 'test/fixed-seed.ts',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['test/**/*.slow.ts'],
          setupFiles: 'test/fixed-seed.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
        },
      },
      {
        test: {
          name: 'neo4j',
          include: ['test/**/*.neo4j.ts'],
          setupFiles: 'test/fixed-seed.ts',
          globalSetup: 'test/neo4j/global-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
        },
      },
    ],
  },
});
