import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { SentenceValues } from '../../../../kernel/refusal.ts';
import type { RecordedAct } from '../../../../platform/audit/act.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import type { KeptGrant } from '../../store/grants.ts';
import { AmountText } from '../public/amount-text.tsx';
import { AmountForm, ResultForm } from './grant-forms.tsx';

export interface GrantPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly grant: KeptGrant;
  /** The amount, as the form writes it. */
  readonly said: Readonly<Record<string, string>>;
  readonly acts: readonly RecordedAct[];
  readonly form: FormState;
  /** The form that was sent and has problems. */
  readonly sent: 'amount' | 'result' | undefined;
  readonly mayChange: boolean;
}

export function GrantPage(props: GrantPageProps) {
  const { language, href, grant, form } = props;
  const t = words(language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/workspace/fund/grants'), label: t('grants') }]} />
      <PageHead
        kind={t('grant')}
        title={grant.cityName}
        lead={grant.window?.name[language] ?? t('window-not-named')}
        facts={[{ label: t('amount'), value: <AmountText amount={grant.amount} ceiling={grant.ceiling} /> }]}
      />
      {form.stale && (
        <Notice tone="signal" title={t('says-now')}>
          {`${t('amount')}: ${form.stale.current['amount'] || t('not-published')} ${form.stale.current['amountCurrency'] ?? ''}`}
        </Notice>
      )}
      {props.mayChange ? (
        <>
          <AmountForm {...props} />
          <ResultForm {...props} />
        </>
      ) : (
        <Notice>{t('only-keepers')}</Notice>
      )}
      <section>
        <h2>{t('what-was-done')}</h2>
        {props.acts.length === 0 && <p class="quiet">{t('came-with-edition')}</p>}
        <ul>
          {props.acts.map((act) => (
            <li key={act.id}>
              <InstantText at={act.at} /> · <bdi>{act.actorName}</bdi> · {sayAct(language, act)}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function sayAct(language: Language, { kind, details }: RecordedAct): string {
  const [, what] = kind.split('.');
  return explain(language, { key: `fund:act.${what}`, values: details as SentenceValues });
}
