// @ts-check
// `npm test`: sets itself up, then runs every check, test, journey and small drill. Its last line counts them.
import { execSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checks } from './check.mjs';
import { bin, runSteps } from './steps.mjs';

const counts = mkdtempSync(path.join(os.tmpdir(), 'mmc-counts-'));
const started = Date.now();
ensureChromium();

const failed = await runSteps([
  ...checks.filter(({ name }) => name !== 'boundaries, messages, budgets'),
  { name: 'tests', command: bin('vitest'), args: ['run'], env: { MMC_COUNTS: counts } },
  { name: 'journeys', command: bin('playwright'), args: ['test'], env: { MMC_COUNTS: counts } },
]);

let passed = 0;
let missed = 0;
for (const file of readdirSync(counts)) {
  const count = JSON.parse(readFileSync(path.join(counts, file), 'utf8'));
  passed += count.passed;
  missed += count.failed;
}
rmSync(counts, { recursive: true });
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`\nTook ${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
console.log(`${passed} passed, ${Math.max(missed, failed.length)} failed`);
process.exit(failed.length === 0 && missed === 0 && passed > 0 ? 0 : 1);

/** Journeys need a browser; on a new Debian machine we may install it, elsewhere we say what is missing. */
function ensureChromium() {
  if (existsSync('/usr/bin/chromium')) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error('The journeys need Chromium at /usr/bin/chromium. Install it, then run npm test again.');
    process.exit(1);
  }
  console.log('Installing Chromium …');
  execSync(
    'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core > /dev/null',
    {
      stdio: 'inherit',
    },
  );
}
