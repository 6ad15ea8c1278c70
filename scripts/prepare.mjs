// @ts-check
// Makes a fresh clone ready: packages from the lock file, then a build, each only when out of date.
// Runs on any Node since 20.19; what it installs brings the right one.
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const marker = 'node_modules/.package-lock.json';
if (!existsSync(marker) || statSync(marker).mtimeMs < statSync('package-lock.json').mtimeMs) {
  say('Installing packages from package-lock.json');
  execSync('npm ci --ignore-scripts --include=dev --include=optional --no-audit --no-fund --loglevel=error', {
    stdio: 'inherit',
  });
}
if (!existsSync('dist/programs/main.js') || newest('src') > statSync('dist/programs/main.js').mtimeMs) {
  say('Building');
  const node = existsSync('node_modules/.bin/node') ? 'node_modules/.bin/node' : process.execPath;
  execSync(`"${node}" scripts/build.mjs`, { stdio: ['ignore', 'inherit', 'inherit'] });
}

/** @param {string} folder @returns {number} when its newest file was changed */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
  }
  return latest;
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text} …\n`);
}
