import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { DateText, InstantText } from '../../../../design/date-text.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { Columns } from '../../../../design/layout.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { languages } from '../../../../kernel/language.ts';
import type { RecordedAct } from '../../../../platform/audit/act.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { freshnessOf } from '../../rules/freshness.ts';
import { confirmBy, type Move, wordingFor } from '../../rules/response.ts';
import { countriesInWords, type Frame, inWords, numberInWords } from '../frame.ts';
import { Press, Refused } from '../press.tsx';
import { stageTones } from '../public/list-page.tsx';
import { ActList } from './act-list.tsx';

interface OverviewPageProps extends Frame {
  readonly form: FormState;
  readonly may: (move: Move | 'close') => boolean;
  readonly subscribed: number;
  readonly acts: readonly RecordedAct[];
}

/** Where the emergency stands, the next press, and the doors to its parts. */
export function OverviewPage(props: OverviewPageProps) {
  const { language, href, record, form, may, acts } = props;
  const t = words(language);
  const at = href(`/workspace/emergencies/${record.id}`);
  const { title } = wordingFor(record.wordings, language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/workspace/emergencies'), label: t('emergencies') }]} />
      <Refused language={language} form={form} />
      <PageHead
        kind={t('emergency')}
        title={<bdi>{title}</bdi>}
        stage={<Tag tone={stageTones[record.stage]}>{t(`stage.${record.stage}`)}</Tag>}
        facts={[
          { label: t('since'), value: <DateText date={record.startsOn} /> },
          { label: t('where'), value: countriesInWords(language, record.countries) },
          { label: t('spoken'), value: inWords(language, record.languages) || '–' },
        ]}
      />
      <Standing {...props} />
      <section>
        <h2>{t('parts')}</h2>
        <Parts {...props} />
      </section>
      {may('publish') && (
        <Press action={`${at}/publication`} form={form} look="main">
          {t('publish')}
        </Press>
      )}
      <Columns>
        {may('take-back') && (
          <section>
            <h2>{t('take-back')}</h2>
            <p>{t('take-back-hint')}</p>
            <Press action={`${at}/taking-back`} form={form} look="danger">
              {t('take-back')}
            </Press>
          </section>
        )}
        {may('close') && (
          <section>
            <h2>{t('close')}</h2>
            <p>{t('close-hint')}</p>
            <ButtonLink href={`${at}/closing`}>{t('close')}</ButtonLink>
          </section>
        )}
      </Columns>
      <ActList language={language} acts={acts} />
    </>
  );
}

/** Is it out, and has a second person looked? */
function Standing({ language, href, record, form, may }: OverviewPageProps) {
  const t = words(language);
  const at = href(`/workspace/emergencies/${record.id}`);
  if (record.stage === 'draft') return <Notice>{t('is-draft')}</Notice>;
  if (record.stage === 'withdrawn') return <Notice tone="stopped">{t('is-withdrawn')}</Notice>;
  const page = (
    <a href={href(`/emergencies/${record.slug}`)}>
      <bdi>/emergencies/{record.slug}</bdi>
    </a>
  );
  if (record.stage === 'closed' || record.confirmedAt !== null || record.publishedAt === null)
    return (
      <Notice tone="done">
        <p>
          {t(record.stage === 'closed' ? 'is-closed' : 'is-public')} {page}
        </p>
      </Notice>
    );
  return (
    <Notice tone="signal" title={t('wants-confirmation')}>
      <p>
        {t('is-public')} {page}
      </p>
      <p>
        {t('confirm-by')} <InstantText at={confirmBy(record.publishedAt)} />
      </p>
      {may('confirm') ? (
        <Press action={`${at}/confirmation`} form={form} look="main">
          {t('confirm')}
        </Press>
      ) : (
        <p>{t('confirm-by-other')}</p>
      )}
    </Notice>
  );
}

function Parts({ language, href, record, subscribed, today }: OverviewPageProps) {
  const t = words(language);
  const at = `/workspace/emergencies/${record.id}`;
  const n = (value: number) => numberInWords(language, value);
  const alive = record.resources.filter(({ isWithdrawn }) => !isWithdrawn);
  const old = alive.filter((one) => freshnessOf(one, today) !== 'fresh').length;
  const unverified = [...record.needs, ...record.offers].filter(
    ({ isVerified, stage }) => !isVerified && stage === 'open',
  ).length;
  const door = (path: string, label: string) => <a href={href(`${at}${path}`)}>{label}</a>;
  return (
    <FactList
      stacked
      facts={[
        { label: t('page'), value: door('/preview', t('preview')) },
        {
          label: t('texts'),
          value: languages.map((one) => {
            const isWritten = record.wordings.some((wording) => wording.language === one);
            return (
              <span key={one}>
                {door(`/words/${one}`, languageName(language, one))}
                {!isWritten && <span class="quiet"> ({t('not-written')})</span>}{' '}
              </span>
            );
          }),
        },
        { label: t('cities'), value: door('/places', t('n-cities', { n: record.cities.length })) },
        {
          label: t('resources'),
          value: door('/resources', t('n-resources-old', { n: alive.length, old })),
        },
        { label: t('notes'), value: door('/notes', t('all-notes', { n: record.notes.length })) },
        {
          label: t('who-helps-whom'),
          value: door(
            '/help',
            t('n-help', { needs: record.needs.length, offers: record.offers.length, unverified }),
          ),
        },
        {
          label: t('updates'),
          value: (
            <>
              {door('/updates', t('n-updates', { n: record.bulletins.length }))} · {t('subscribers')}:{' '}
              {n(subscribed)}
            </>
          ),
        },
        {
          label: t('cases'),
          value: <a href={href(`/workspace/support?stage=any&tag=${record.slug}`)}>{t('cases-of-desk')}</a>,
        },
      ]}
    />
  );
}
