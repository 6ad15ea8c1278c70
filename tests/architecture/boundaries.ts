import type { Module } from './modules.ts';

/** Which capability may know which, through its door. Everything may know `people`, `library` and `city-registry`. */
const ground = ['people', 'library', 'city-registry'];
const mayKnow: Record<string, readonly string[]> = {
  people: [],
  library: [],
  'city-registry': ['people', 'library'],
  governance: ground,
  diplomacy: ground,
  fund: [...ground, 'finance'],
  finance: ground,
  influence: [...ground, 'statements'],
  statements: ground,
  commitments: ground,
  'support-desk': ground,
  mandates: ground,
  'city-record': [...ground, 'mandates'],
  'peer-exchange': [...ground, 'city-record'],
  programme: [...ground, 'city-record', 'mandates'],
  training: [...ground, 'city-record', 'mandates'],
  emergency: [...ground, 'mandates', 'support-desk'],
  translation: ground,
  'application-forms': ground,
  applications: [...ground, 'city-record', 'mandates', 'fund', 'application-forms', 'translation'],
  review: [...ground, 'mandates', 'fund', 'application-forms', 'applications', 'translation'],
  portfolio: [...ground, 'fund', 'applications', 'review'],
  outreach: ground,
  impact: ground,
};

/** Inside one capability: who may import whom, uphill never. */
const downhill: Record<string, readonly string[]> = {
  rules: ['rules'],
  permissions: ['rules'],
  store: ['store', 'rules'],
  actions: ['actions', 'store', 'rules', 'permissions', 'messages'],
  pages: ['pages', 'actions', 'store', 'rules', 'permissions', 'messages'],
  messages: ['messages'],
};

export interface Violation {
  readonly file: string;
  readonly imports: string;
  readonly rule: string;
}

/** Every import that goes where it must not. */
export function violations(modules: readonly Module[]): Violation[] {
  return modules.flatMap((module) =>
    module.imports.flatMap((imported) => {
      const rule = brokenRule(module.file, imported);
      return rule ? [{ file: module.file, imports: imported, rule }] : [];
    }),
  );
}

function brokenRule(from: string, to: string): string | undefined {
  const capability = capabilityOf(from);
  if (from.startsWith('src/kernel/'))
    return to.startsWith('src/') && !to.startsWith('src/kernel/')
      ? 'the kernel knows nothing else'
      : undefined;
  if (from.startsWith('src/platform/') || from.startsWith('src/design/')) {
    return /^src\/(?:capabilities|surfaces|programs|edition|wiring)/.test(to)
      ? 'platform and design know no capability'
      : undefined;
  }
  if (from.startsWith('src/surfaces/')) return surfaceRule(to);
  if (capability) return capabilityRule(from, to, capability);
  return undefined;
}

function surfaceRule(to: string): string | undefined {
  if (!capabilityOf(to)) return undefined;
  return to.endsWith('/index.ts') ? undefined : 'surfaces know capabilities by their door';
}

function capabilityRule(from: string, to: string, capability: string): string | undefined {
  if (/^src\/(?:surfaces|programs|wiring)/.test(to))
    return 'capabilities do not know the surfaces they are shown on';
  const other = capabilityOf(to);
  const room = roomOf(from);
  if (room === 'store' && /preact|^hono/.test(to)) return 'the store holds SQL, not pages';
  if (room === 'pages' && /^kysely$|^pg$/.test(to)) return 'pages hold no SQL';
  if (room === 'rules' && /^src\/(?:platform|design|world)|^node:(?!crypto$)|^kysely$|^pg$|^hono/.test(to))
    return 'rules are pure: they know rules and the kernel';
  if (!other) return undefined;
  if (other !== capability) {
    if (other === 'impact') return 'nobody imports impact: announce an event';
    if (!(mayKnow[capability] ?? []).includes(other)) return `${capability} may not know ${other}`;
    if (room === 'builders' && to.endsWith('/builders.ts')) return undefined;
    return to === `src/capabilities/${other}/index.ts` ? undefined : 'capabilities meet at index.ts only';
  }
  const target = roomOf(to);
  const allowed = downhill[room];
  return allowed && target !== 'door' && !allowed.includes(target)
    ? `${room} may not import ${target}`
    : undefined;
}

function capabilityOf(file: string): string | undefined {
  return /^src\/capabilities\/([^/]+)\//.exec(file)?.[1];
}

function roomOf(file: string): string {
  const inside = /^src\/capabilities\/[^/]+\/([^/]+)/.exec(file)?.[1] ?? '';
  return inside === 'index.ts' ? 'door' : inside.replace(/\.tsx?$/, '');
}
