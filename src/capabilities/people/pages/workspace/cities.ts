import type { CityOption } from '../../../../design/city-picker.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { Reader } from '../../../../platform/database/atomically.ts';

/** What these pages ask about cities. The city registry stands on people, so the wiring brings its answers here. */
export interface CityLookup {
  search(reader: Reader, words: string, language: Language): Promise<readonly CityOption[]>;
  list(reader: Reader, ids: readonly string[], language: Language): Promise<readonly CityOption[]>;
}
