import { type CalendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import { isUuid } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { reading } from '../../../platform/database/atomically.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { countryName, formatNumber, languageName } from '../../../platform/languages/format.ts';
import { cityName } from '../../city-registry/index.ts';
import { findRecord, type NamedCity, type ResponseRecord, type Side } from '../store/record.ts';

/** What every view of an emergency is given. */
export interface Frame {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly record: ResponseRecord;
  readonly today: CalendarDate;
}

export function frameOf(visit: Visit, record: ResponseRecord): Frame {
  return {
    language: visit.language,
    href: (path) => visit.href(path),
    record,
    today: dayInUtc(visit.world.now()),
  };
}

/** An id from the path; what is no id is not there. */
export function idIn(visit: Visit, name: string): string {
  const id = visit.param(name);
  if (!isUuid(id)) throw notFound();
  return id;
}

/** As the public sees it. */
export async function publicRecord(visit: Visit): Promise<ResponseRecord> {
  const record = await findRecord(visit.world.publicDb, { slug: visit.param('slug') });
  if (!record) throw notFound();
  return record;
}

/** As the actor sees it. */
export async function recordFor(
  visit: Visit,
  by: { readonly slug: string } | { readonly id: string },
): Promise<ResponseRecord> {
  const record = await reading(visit.world, visit.actor, (tx) => findRecord(tx, by));
  if (!record) throw notFound();
  return record;
}

export function named(language: Language, city: NamedCity): string {
  return cityName(language, city);
}

export function sideName(language: Language, side: Side | undefined): string {
  if (side?.city) return named(language, side.city);
  return side?.organisation ?? '–';
}

export function inWords(language: Language, codes: readonly string[]): string {
  return codes.map((code) => languageName(language, code)).join(', ');
}

export function countriesInWords(language: Language, codes: readonly string[]): string {
  return codes.map((code) => countryName(language, code)).join(', ');
}

export function numberInWords(language: Language, value: number): string {
  return formatNumber(language, value);
}
