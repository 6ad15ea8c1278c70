import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Shares } from '../../rules/figure-view.ts';

/** "82% in the Global South, 31% secondary cities". */
export function sayShares(language: Language, { cities, globalSouth, secondary }: Shares): string {
  const share = (n: number) => formatNumber(language, n / cities, { style: 'percent' });
  return words(language)('shares', { south: share(globalSouth), secondary: share(secondary) });
}
