import { BarChart } from '../../../../design/charts/bar-chart.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { localeTag } from '../../../../platform/languages/catalogue.ts';
import { formatMoney } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { countableIn, type DonorCommitment } from '../../rules/donor-commitment.ts';

/** Dollars from donors to windows. Only amounts that were published, each once; joint commitments stay joint. */
export function MoneyChart({ commitments }: { commitments: readonly DonorCommitment[] }) {
  const language = useLanguage();
  const t = words(language);
  const counted = countableIn('USD', commitments).toSorted((a, b) => minorOf(b) - minorOf(a));
  const total = counted.reduce((sum, one) => sum + (one.amount?.amountMinor ?? 0n), 0n);
  const listed = new Intl.ListFormat(localeTag(language));
  const dollars = (minor: number) => formatMoney(language, { amountMinor: BigInt(minor), currency: 'USD' });
  return (
    <BarChart
      title={t('money-title', { amount: dollars(Number(total)) })}
      measure={t('money-measure')}
      source={<a href="#commitments">{t('commitments-below')}</a>}
      note={t('money-note', { n: commitments.length - counted.length })}
      rowsAre={t('donors-and-window')}
      series={[t('amount')]}
      format={dollars}
      rows={counted.map((one) => ({
        key: one.id,
        label: (
          <>
            <bdi>{listed.format(one.donors.map((donor) => donor[language]))}</bdi>
            <span class="quiet"> {t('to-window', { window: one.window?.name[language] ?? '' })}</span>
          </>
        ),
        values: [minorOf(one)],
      }))}
    />
  );
}

function minorOf({ amount }: DonorCommitment): number {
  return Number(amount?.amountMinor ?? 0n);
}
