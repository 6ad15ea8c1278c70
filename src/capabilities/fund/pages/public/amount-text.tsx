import { useLanguage } from '../../../../design/language-context.ts';
import { MoneyText } from '../../../../design/money-text.tsx';
import type { Money } from '../../../../kernel/money.ts';
import { formatMoney } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';

/** An amount as published. An unknown one says so; a ceiling is named as what it is, never as an award. */
export function AmountText({ amount, ceiling }: { amount: Money | null; ceiling?: Money | null }) {
  const language = useLanguage();
  const t = words(language);
  const upTo = ceiling && (
    <span class="quiet">{t('ceiling-of', { amount: formatMoney(language, ceiling) })}</span>
  );
  if (!amount) {
    return (
      <>
        <span class="quiet">{t('not-published')}</span> {upTo}
      </>
    );
  }
  return (
    <>
      <MoneyText money={amount} /> {upTo}
    </>
  );
}
