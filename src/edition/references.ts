import type { Edition, EditionProblem } from './read-edition.ts';
import { type EditionKind, editionFiles } from './schema.ts';

type Target = EditionKind | 'countries';

interface Reference {
  readonly kind: EditionKind;
  readonly record: string;
  readonly field: string;
  readonly targets: readonly Target[];
  readonly id: string | null;
}

/** Every id in the edition that should name another record and does not. */
export function findBrokenReferences(edition: Edition): EditionProblem[] {
  const ids = idsByKind(edition);
  return referencesOf(edition)
    .filter((r) => r.id !== null && !r.targets.some((target) => ids.get(target)?.has(r.id ?? '')))
    .map((r) => ({
      file: editionFiles[r.kind].file,
      record: r.record,
      field: r.field,
      problem: `no ${r.targets.join(' or ')} with the id ${r.id}`,
    }));
}

function idsByKind(edition: Edition): Map<Target, Set<string>> {
  const ids = new Map<Target, Set<string>>([
    ['countries', new Set(edition.countries.map((row) => row.iso2))],
  ]);
  for (const kind of Object.keys(editionFiles) as EditionKind[]) {
    ids.set(kind, new Set(edition[kind].map((record) => record.id)));
  }
  return ids;
}

function referencesOf(edition: Edition): Reference[] {
  const found: Reference[] = [];
  const from = (kind: EditionKind, record: string) => ({
    to: (targets: Target | readonly Target[], fields: Record<string, string | null | readonly string[]>) => {
      for (const [field, value] of Object.entries(fields)) {
        for (const id of Array.isArray(value) ? (value as readonly string[]) : [value as string | null]) {
          found.push({ kind, record, field, targets: typeof targets === 'string' ? [targets] : targets, id });
        }
      }
    },
  });
  citeSources(edition, from);
  nameOrganisationsAndBodies(edition, from);
  nameForums(edition, from);
  nameMoney(edition, from);
  nameCommitments(edition, from);
  return found;
}

type From = (
  kind: EditionKind,
  record: string,
) => {
  to: (
    targets: Target | readonly Target[],
    fields: Record<string, string | null | readonly string[]>,
  ) => void;
};

function citeSources(edition: Edition, from: From): void {
  for (const kind of Object.keys(editionFiles) as EditionKind[]) {
    for (const record of edition[kind]) {
      if ('sources' in record)
        from(kind, record.id).to('sources', { sources: record.sources.map((s) => s.source) });
    }
  }
  for (const person of edition.persons) {
    for (const office of person.offices) {
      from('persons', person.id).to('sources', { 'offices.sources': office.sources.map((s) => s.source) });
      from('persons', person.id).to('cities', { 'offices.city': office.city });
    }
  }
}

function nameOrganisationsAndBodies(edition: Edition, from: From): void {
  for (const r of edition.cities) from('cities', r.id).to('countries', { country: r.country });
  for (const r of edition.organisations) from('organisations', r.id).to('countries', { country: r.country });
  for (const r of edition.relationships) {
    from('relationships', r.id).to('organisations', { organisation: r.organisation });
    if (r.object.kind === 'body') from('relationships', r.id).to('bodies', { object: r.object.id });
    if (r.object.kind === 'window') from('relationships', r.id).to('windows', { object: r.object.id });
  }
  for (const r of edition.bodies)
    from('bodies', r.id).to('bodies', { parent: r.parent, predecessor: r.predecessor });
  for (const r of edition.seats) {
    from('seats', r.id).to('bodies', { body: r.body });
    from('seats', r.id).to('cities', { city: r.city });
    from('seats', r.id).to('persons', { person: r.person });
    from('seats', r.id).to('organisations', { organisation: r.organisation });
  }
  for (const r of edition.placeDefinitions) {
    if (r.rule.measure === 'm49-regions') {
      from('placeDefinitions', r.id).to('countries', { exceptCountries: r.rule.exceptCountries });
    }
  }
}

function nameForums(edition: Edition, from: From): void {
  for (const r of edition.editions) {
    from('editions', r.id).to('processes', { process: r.process });
    from('editions', r.id).to('cities', { city: r.city });
    from('editions', r.id).to('countries', { country: r.country });
  }
  for (const r of edition.participations) {
    from('participations', r.id).to('editions', { edition: r.edition });
    from('participations', r.id).to('cities', { city: r.city });
    from('participations', r.id).to('persons', { person: r.person });
  }
  for (const r of edition.cityEngagements) from('cityEngagements', r.id).to('cities', { city: r.city });
  for (const r of edition.positions) from('positions', r.id).to('processes', { process: r.process });
}

function nameMoney(edition: Edition, from: From): void {
  for (const r of edition.donorCommitments) {
    from('donorCommitments', r.id).to('organisations', { donors: r.donors });
    from('donorCommitments', r.id).to('windows', { window: r.window });
    from('donorCommitments', r.id).to('donorCommitments', { supersedes: r.supersedes, within: r.within });
  }
  for (const r of edition.grants) {
    from('grants', r.id).to('cities', { city: r.city });
    from('grants', r.id).to('windows', { window: r.window });
  }
  for (const r of edition.results) {
    from('results', r.id).to('grants', { grants: r.grants });
    from('results', r.id).to('windows', { window: r.window });
  }
  for (const r of edition.unlockedFunding) {
    from('unlockedFunding', r.id).to('organisations', { channel: r.channel });
    from('unlockedFunding', r.id).to('cities', { cities: r.cities });
    from('unlockedFunding', r.id).to('grants', { grant: r.grant });
  }
}

function nameCommitments(edition: Edition, from: From): void {
  for (const r of edition.publishedFigures) {
    from('publishedFigures', r.id).to(['editions', 'windows', 'organisations'], { about: r.about });
  }
  for (const r of edition.commitments) {
    from('commitments', r.id).to('organisations', { holders: r.holders });
    from('commitments', r.id).to('cities', { cities: r.cities });
    from('commitments', r.id).to('priorityObjectives', { objectives: r.objectives });
    from('commitments', r.id).to('editions', { madeAt: r.madeAt });
  }
}
