import { defineConfig } from '@playwright/test';

/** Chromium as the system has it; it must not call home, and as root it runs without its own sandbox. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.journey.ts',
  workers: 1,
  timeout: 150_000,
  globalSetup: './tests/journeys/support/start-platform.ts',
  reporter: [['list'], ['./tests/journeys/support/counting-reporter.ts']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args },
    screenshot: 'only-on-failure',
  },
});
