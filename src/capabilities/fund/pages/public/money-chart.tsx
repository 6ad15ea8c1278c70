import { FlowChart } from '../../../../design/charts/flow-chart.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { formatMoney, formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { countableIn, type DonorCommitment } from '../../rules/donor-commitment.ts';

/** Dollars from donors to windows. Only amounts that were published, each once; joint commitments stay joint. */
export function MoneyChart({ commitments }: { commitments: readonly DonorCommitment[] }) {
  const language = useLanguage();
  const t = words(language);
  const counted = countableIn('USD', commitments);
  const total = counted.reduce((sum, one) => sum + (one.amount?.amountMinor ?? 0n), 0n);
  const left = commitments.length - counted.length;
  const together = new Intl.ListFormat(language, { style: 'short' });
  return (
    <FlowChart
      title={t('money-title', { amount: formatMoney(language, { amountMinor: total, currency: 'USD' }) })}
      measure={t('money-measure')}
      source={<a href="#commitments">{t('commitments-below')}</a>}
      note={t('money-note', { n: left })}
      what={t('money')}
      format={(value) =>
        formatNumber(language, value, {
          notation: 'compact',
          style: 'currency',
          currency: 'USD',
          currencyDisplay: 'code',
        })
      }
      flows={counted.map((one) => ({
        from: together.format(one.donors.map((donor) => donor[language])),
        to: one.window?.name[language] ?? '',
        value: Number(one.amount?.amountMinor ?? 0n) / 100,
      }))}
    />
  );
}
