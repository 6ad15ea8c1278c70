import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Module {
  /** From the project's root, e.g. `src/kernel/money.ts`. */
  readonly file: string;
  readonly text: string;
  /** Files of ours it imports, from the root; packages by name. */
  readonly imports: readonly string[];
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|(?:^|[^.\w])import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g;

/** Every module of the source, with what it imports; tests and generated files left out. */
export function readModules(): Module[] {
  return globSync('src/**/*.{ts,tsx}')
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .toSorted()
    .map((file) => moduleFrom(file, readFileSync(file, 'utf8')));
}

export function moduleFrom(file: string, text: string): Module {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
  const imports = [...code.matchAll(importPattern)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    return specifier.startsWith('.')
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
      : specifier;
  });
  return { file, text, imports };
}
