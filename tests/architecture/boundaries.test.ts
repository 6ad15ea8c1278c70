import { describe, expect, it } from 'vitest';
import { violations } from './boundaries.ts';
import { moduleFrom, readModules } from './modules.ts';

const modules = readModules();

describe('the dependency rule', () => {
  it('sees the whole source', () => {
    console.log(
      `boundaries: ${modules.length} modules, ${modules.reduce((sum, { imports }) => sum + imports.length, 0)} imports`,
    );
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.filter(({ imports }) => imports.length > 0).length).toBeGreaterThan(80);
  });

  it('holds', () => {
    expect(violations(modules)).toEqual([]);
  });

  it('finds a circle between modules nowhere', () => {
    expect(circles(modules)).toEqual([]);
  });

  it.each([
    ['src/kernel/money.ts', "import { x } from '../platform/http/route.ts';"],
    ['src/platform/http/route.ts', "import { x } from '../../capabilities/people/index.ts';"],
    ['src/design/table.tsx', "import { x } from '../capabilities/fund/index.ts';"],
    ['src/capabilities/people/actions/invite.ts', "import { x } from '../../city-registry/index.ts';"],
    ['src/capabilities/fund/actions/award.ts', "import { x } from '../../people/store/persons.ts';"],
    ['src/capabilities/fund/actions/award.ts', "import { x } from '../../impact/index.ts';"],
    ['src/capabilities/fund/rules/award.ts', "import { x } from '../store/awards.ts';"],
    ['src/capabilities/fund/rules/award.ts', "import { x } from '../../../platform/database/connect.ts';"],
    ['src/capabilities/fund/store/awards.ts', "import { x } from '../actions/award.ts';"],
    ['src/capabilities/fund/pages/public/routes.tsx', "import { sql } from 'kysely';"],
    [
      'src/capabilities/fund/pages/public/routes.tsx',
      "import { x } from '../../../../surfaces/workspace/surface.tsx';",
    ],
    [
      'src/surfaces/workspace/today/routes.tsx',
      "import { x } from '../../../capabilities/people/store/persons.ts';",
    ],
  ])('catches a planted fault in %s: %s', (file, text) => {
    expect(violations([moduleFrom(file, text)])).toHaveLength(1);
  });

  it('finds a planted circle', () => {
    const a = moduleFrom('src/kernel/a.ts', "import { b } from './b.ts';");
    const b = moduleFrom('src/kernel/b.ts', "import { a } from './a.ts';");
    expect(circles([a, b])).toHaveLength(1);
  });
});

/** Rings of modules that import each other at run time; types alone may point back. */
function circles(all: readonly { file: string; text: string; imports: readonly string[] }[]): string[] {
  const byFile = new Map(all.map((module) => [module.file, module]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const next of runtimeImports(byFile.get(file))) if (byFile.has(next)) walk(next, [...trail, file]);
    state.set(file, 'done');
  };
  for (const { file } of all) walk(file, []);
  return found;
}

function runtimeImports(
  module: { file: string; text: string; imports: readonly string[] } | undefined,
): readonly string[] {
  if (!module) return [];
  const withoutTypes = module.text.replaceAll(/(?:^|\n)\s*(?:import|export) type [^;]*;/g, '\n');
  return moduleFrom(module.file, withoutTypes).imports;
}
