// @ts-check
// Builds dist/: TypeScript compiled, style sheet and browser scripts bundled under names that carry their hash.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const started = Date.now();
rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});

/** Each browser script by the name pages ask for it. */
const scripts = {
  site: 'src/design/islands/main.ts',
  passkey: 'src/capabilities/people/islands/passkey.ts',
  application: 'src/capabilities/applications/islands/application.ts',
};
const entries = [
  { name: 'site.css', entry: 'src/design/styles/main.css' },
  ...Object.entries(scripts).map(([name, entry]) => ({ name: `${name}.js`, entry })),
];

mkdirSync('dist/assets', { recursive: true });
for (const { name, entry } of entries) {
  if (!existsSync(entry)) throw new Error(`There is no ${entry}`);
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    logLevel: 'warning',
  });
  writeAsset(name, result.outputFiles[0]?.contents ?? new Uint8Array());
}
for (const picture of globSync('src/design/{maps,pictures}/*.mjs')) {
  const { name, contents } = await import(path.resolve(picture));
  writeAsset(name, Buffer.from(contents));
}
console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s`);

/** @param {string} name @param {Uint8Array} contents */
function writeAsset(name, contents) {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
  const { name: stem, ext } = path.parse(name);
  writeFileSync(`dist/assets/${stem}.${hash}${ext}`, contents);
}
