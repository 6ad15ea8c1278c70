import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import { differenceOf } from '../../rules/difference.ts';
import { plainNumber } from '../../rules/figure-for-systems.ts';
import type { Published } from '../../rules/figure-view.ts';
import { sayValue } from '../say.ts';

/** How a published number and ours of the same day stand to each other, and why. */
export function sayDifference(language: Language, said: Published): string {
  const series = said.currency ?? '';
  const difference = differenceOf(plainNumber(said.computedThen, series), said);
  const computed = sayValue(language, said.computedThen, series);
  return words(language)(`difference.${difference}`, { computed });
}
