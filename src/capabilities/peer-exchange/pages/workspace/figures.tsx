import { FigureCard } from '../../../../design/figure-card.tsx';
import { Figures } from '../../../../design/layout.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { ExchangeFigures } from '../../store/figures.ts';

interface FiguresOfExchangeProps {
  readonly language: Language;
  readonly figures: ExchangeFigures;
  readonly today: CalendarDate;
}

/** How far introductions came, and the share of under-served cities among those introduced. */
export function FiguresOfExchange({ language, figures, today }: FiguresOfExchangeProps) {
  const t = words(language);
  const share = (part: number) => t('share', { part, whole: figures.cities });
  const steps = [
    ['proposed', figures.proposed],
    ['consented', figures.consented],
    ['met', figures.met],
    ['followed-up', figures.followedUp],
  ] as const;
  return (
    <section>
      <h2>{t('figures-title')}</h2>
      <Figures>
        {steps.map(([key, value]) => (
          <FigureCard
            key={key}
            label={t(`figure.${key}`)}
            value={formatNumber(language, value)}
            asAt={today}
          />
        ))}
        <FigureCard label={t('figure.global-south')} value={share(figures.globalSouth)} asAt={today} />
        <FigureCard label={t('figure.secondary')} value={share(figures.secondary)} asAt={today} />
      </Figures>
    </section>
  );
}
