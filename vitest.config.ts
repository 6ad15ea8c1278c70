import { defineConfig } from 'vitest/config';

const database = ['{src,tests}/**/*.db.test.{ts,tsx}'];

// Tests named *.db.test.ts get a PostgreSQL of their own; the others touch nothing.
export default defineConfig({
  test: {
    reporters: ['default', './tests/support/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['{src,tests,verify}/**/*.test.{ts,tsx}'],
          exclude: [...database, 'tests/journeys/**', '**/node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: database,
          globalSetup: ['tests/support/global-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
