import { isLanguage, type Language } from '../../../../kernel/language.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { eventStages } from '../../rules/event.ts';
import type { SomeText } from '../../rules/some-text.ts';

const stages = [...eventStages, 'closed'] as const;

export type OfferFilter = {
  readonly words?: string;
  readonly stage?: (typeof stages)[number];
  readonly language?: Language;
};

export function offerFilter(visit: Visit): OfferFilter {
  const said = visit.query('words')?.slice(0, 100);
  const stage = stages.find((one) => one === visit.query('stage'));
  const language = visit.query('language');
  return {
    ...(said ? { words: said } : {}),
    ...(stage ? { stage } : {}),
    ...(isLanguage(language) ? { language } : {}),
  };
}

interface Offer {
  readonly title: SomeText;
  readonly stage: string;
  readonly languages: readonly Language[];
}

export function matches(filter: OfferFilter, { title, stage, languages }: Offer): boolean {
  const wanted = filter.words?.toLowerCase();
  return (
    (!wanted || Object.values(title).some((text) => text.toLowerCase().includes(wanted))) &&
    (!filter.stage || stage === filter.stage) &&
    (!filter.language || languages.includes(filter.language))
  );
}

export function appliedFilters(language: Language, filter: OfferFilter, href: (path: string) => string) {
  const t = words(language);
  const without = (name: keyof OfferFilter) => {
    const query = new URLSearchParams(Object.entries(filter).filter(([key]) => key !== name)).toString();
    return href(query ? `/workspace/training?${query}` : '/workspace/training');
  };
  return [
    ...(filter.words
      ? [{ label: t('filter.words'), value: filter.words, removeHref: without('words') }]
      : []),
    ...(filter.stage
      ? [{ label: t('stage'), value: t(`event-stage.${filter.stage}`), removeHref: without('stage') }]
      : []),
    ...(filter.language
      ? [
          {
            label: t('language'),
            value: languageName(language, filter.language),
            removeHref: without('language'),
          },
        ]
      : []),
  ];
}
