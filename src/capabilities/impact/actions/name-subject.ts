import type { Reader } from '../../../platform/database/atomically.ts';
import { because } from '../../../kernel/refusal.ts';
import { findCity } from '../../city-registry/index.ts';
import type { Subject } from '../rules/entry.ts';
import { RefusedField } from '../rules/refused-field.ts';
import { findSubjectId } from '../store/subjects.ts';

/** The subject that a form named: a city by its id, anything else by its name as the ledger knows it. @throws RefusedField for an unknown city */
export async function nameSubject(reader: Reader, typed: Subject): Promise<Subject> {
  if (typed.kind === 'city') {
    const city = await findCity(reader, typed.id);
    if (!city) throw new RefusedField('city', because('platform:unknown-reference'));
    return { kind: 'city', id: city.id, name: city.name, cityId: city.id };
  }
  const known = await findSubjectId(reader, typed.kind, typed.name);
  return { ...typed, id: known ?? slugOf(typed.name) };
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
}
