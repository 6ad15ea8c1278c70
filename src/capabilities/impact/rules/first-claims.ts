import type { Edition, EditionClaim } from '../../../edition/index.ts';
import { parsePartialDate } from '../../../kernel/calendar-date.ts';
import { cityIdFromGeonames, stableId } from '../../../kernel/id.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { type CountUnit, countUnits } from './claim-kinds.ts';
import type { Evidence, NewClaim, Subject } from './entry.ts';
import { statementsOf } from './first-statements.ts';

/** A claim that ships with the platform: what public sources say, told as an entry. */
export interface FirstClaim extends NewClaim {
  /** Lasting: the same fact has the same key in every edition. */
  readonly slug: string;
  readonly sources: readonly { readonly source: string }[];
}

/** The claims that an edition's records make, with names and sources filled in. @throws RangeError on a broken reference */
export function firstClaims(edition: Edition, derived: readonly EditionClaim[]): FirstClaim[] {
  const names = subjectNames(edition);
  const statements = statementsOf(edition);
  const sources = new Map(edition.sources.map((source) => [source.id, source]));
  const cities = new Map(edition.cities.map((city) => [city.id, city]));

  return derived.map((claim) => {
    const statement = withOthers(
      statements(claim.origin),
      claim.alongside.map((other) => found(names.get(`${other.kind}:${other.id}`), other.id)),
    );
    return {
      slug: claim.key,
      kind: claim.kind,
      subject: subjectOf(claim.subject),
      on: dated(claim.date),
      amount: claim.amount,
      usd: null,
      count: claim.count && { value: BigInt(claim.count.value), unit: unitOf(claim.count.unit) },
      qualifier: claim.qualifier,
      objective: claim.objective,
      statement: statement.en,
      statementIn: statement,
      visibility: 'public',
      record: { kind: claim.origin.file.replace('.json', ''), id: claim.origin.record },
      inferred: claim.inferred,
      remark: claim.remark,
      evidence: claim.evidence.map(evidenceOf),
      sources: claim.evidence.map((source) => ({ source })),
    };
  });

  function subjectOf({ kind, id }: EditionClaim['subject']): Subject {
    const name = found(names.get(`${kind}:${id}`), id);
    if (kind === 'organisation') return { kind, id: stableId('organisation', id), name, cityId: null };
    if (kind === 'position') return { kind, id, name, cityId: null };
    const cityId = cityIdFromGeonames(found(cities.get(id), id).geonamesId);
    return { kind, id: cityId, name, cityId };
  }

  function evidenceOf(id: string): Evidence {
    const source = found(sources.get(id), id);
    return {
      title: source.title.slice(0, 300),
      source: source.publisher,
      address: source.address,
      fileSha256: null,
      on: source.date === null ? null : dated(source.date),
    };
  }
}

/** By kind and id: a city under its government's name, an organisation and a position in English. */
function subjectNames(edition: Edition): Map<string, string> {
  return new Map([
    ...edition.cities.map((city) => [`city:${city.id}`, city.knownAs ?? city.name] as const),
    ...edition.organisations.map((one) => [`organisation:${one.id}`, one.name.en] as const),
    ...edition.positions.map((one) => [`position:${one.id}`, one.title.en] as const),
  ]);
}

function withOthers(statement: LocalText, others: readonly string[]): LocalText {
  if (others.length === 0) return statement;
  const { en, fr, es, pt, ar } = statement;
  const add = (text: string, comma: string) => `${text} (+ ${others.join(comma)})`;
  return { en: add(en, ', '), fr: add(fr, ', '), es: add(es, ', '), pt: add(pt, ', '), ar: add(ar, '، ') };
}

function unitOf(text: string): CountUnit {
  return found(
    countUnits.find((unit) => unit === text),
    text,
  );
}

function dated(text: string) {
  return found(parsePartialDate(text), text);
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`the edition does not say what "${name}" is`);
  return value;
}
