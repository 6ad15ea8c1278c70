import { chromium } from '@playwright/test';
import { startPlatform } from '../tests/support/running-platform.ts';

/** `npm run picture`: the README's picture of the first page, as a newcomer sees it. */
const platform = await startPlatform();
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args,
});
try {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 } });
  await page.goto(platform.address);
  await page.screenshot({ path: 'docs/pictures/home.png' });
} finally {
  await browser.close();
  await platform.stop();
}
