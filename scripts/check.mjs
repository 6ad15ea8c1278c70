// @ts-check
// Everything that can be said of the source without running the product.
import { bin, runSteps } from './steps.mjs';

export const checks = [
  { name: 'format', command: bin('biome'), args: ['format', '.'] },
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--quiet', '--deny-warnings', '.'] },
  { name: 'types', command: bin('tsc'), args: [] },
  { name: 'dead code', command: bin('knip'), args: [] },
  {
    name: 'generated types are fresh',
    command: process.execPath,
    args: ['scripts/generate-types.ts', '--check'],
  },
  {
    name: 'boundaries, messages, budgets',
    command: bin('vitest'),
    args: ['run', '--project', 'pure', 'tests/architecture', 'src/design'],
  },
];

if (process.argv[1]?.endsWith('check.mjs')) {
  const failed = await runSteps(checks);
  console.log(failed.length === 0 ? '\nAll checks passed' : `\nFailed: ${failed.join(', ')}`);
  process.exit(failed.length === 0 ? 0 : 1);
}
