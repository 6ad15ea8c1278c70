import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Money } from '../kernel/money.ts';
import { formatDate, formatMoney } from '../platform/languages/format.ts';
import { useKitWords, useLanguage } from './language-context.ts';

interface Conversion {
  readonly money: Money;
  /** As it was published: "0.9214". */
  readonly rate: string;
  readonly on: CalendarDate;
  readonly source: string;
}

/** The amount in the currency it was agreed in; what it is in another, on demand, with rate, day and source. */
export function MoneyText({ money, converted }: { money: Money; converted?: Conversion | undefined }) {
  const t = useKitWords();
  const language = useLanguage();
  const said = <bdi class="money">{formatMoney(language, money)}</bdi>;
  if (!converted) return said;
  return (
    <details class="money-converted">
      <summary>
        {said}{' '}
        <span class="quiet">{t('about-money', { amount: formatMoney(language, converted.money) })}</span>
      </summary>
      <span class="quiet">
        {t('rate-says', {
          from: money.currency,
          to: converted.money.currency,
          rate: converted.rate,
          date: formatDate(language, converted.on),
          source: converted.source,
        })}
      </span>
    </details>
  );
}
