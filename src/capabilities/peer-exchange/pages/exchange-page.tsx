import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { InstantText } from '../../../design/date-text.tsx';
import { FactList } from '../../../design/fact-list.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import { formatDate, formatInstant, languageName } from '../../../platform/languages/format.ts';
import { groundsInWords } from '../actions/grounds-in-words.ts';
import { words } from '../messages/index.ts';
import type { Profile } from '../store/city-standing.ts';
import type { Exchange, Participant } from '../store/exchanges.ts';
import type { FollowUp } from '../store/follow-ups.ts';
import type { AgreedAction, Session } from '../store/sessions.ts';
import { AnswerForm } from './answer-form.tsx';
import { CallOffForm } from './call-off-form.tsx';
import type { Frame, NamedCities } from './desk.ts';
import { StageTag } from './exchanges-table.tsx';
import { FollowUpsOf, SessionsOf } from './exchange-parts.tsx';

export interface ExchangePageProps extends Frame {
  readonly exchange: Exchange;
  /** The reader's own cities among those of the exchange. */
  readonly own: readonly string[];
  readonly participants: readonly Participant[];
  readonly sessions: readonly Session[];
  readonly actions: readonly AgreedAction[];
  readonly followUps: readonly FollowUp[];
  readonly cities: NamedCities;
  readonly profile: Profile | undefined;
  readonly form: FormState;
  readonly sent: 'answer' | 'calling-off' | undefined;
  readonly isStaff: boolean;
  readonly mayMeet: boolean;
  readonly now: Date;
}

/** One introduction and what comes of it. Before all have said yes, a city sees the others' names and the reasons, nothing more. */
export function ExchangePage(props: ExchangePageProps) {
  const { language, href, base, exchange, own, participants, cities, form, sent, isStaff, now } = props;
  const t = words(language);
  const list = new Intl.ListFormat(language);
  const isOpen = exchange.stage === 'asking' && exchange.consentBy > now;
  const unanswered = own.filter((city) =>
    participants.some((one) => one.cityId === city && one.answer !== 'no'),
  );
  return (
    <>
      <Breadcrumb crumbs={[{ href: href(base), label: t('exchange') }]} />
      <PageHead
        kind={t('exchange')}
        title={list.format(exchange.cityIds.map(cities.name))}
        stage={<StageTag language={language} stage={exchange.stage} />}
        facts={[
          { label: t('introduced'), value: <InstantText at={exchange.introducedAt} /> },
          ...(exchange.stage === 'asking'
            ? [{ label: t('answer-by'), value: <InstantText at={exchange.consentBy} /> }]
            : []),
          ...(exchange.metOn ? [{ label: t('first-met'), value: formatDate(language, exchange.metOn) }] : []),
        ]}
      />
      {exchange.stage === 'not-this-time' && <Notice>{t('not-this-time')}</Notice>}
      {exchange.stage === 'called-off' && (
        <Notice>{t('called-off', { why: exchange.calledOffWhy ?? '' })}</Notice>
      )}
      <section>
        <h2>{t(own.length > 0 ? 'why-together' : 'grounds')}</h2>
        <ul>
          {groundsInWords(language, exchange, cities.name).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {isOpen &&
        unanswered.map((cityId) => (
          <AnswerForm
            key={cityId}
            language={language}
            action={href(`${base}/exchanges/${exchange.id}/answers`)}
            form={sent === 'answer' ? form : { ...form, problems: [] }}
            cityId={cityId}
            city={cities.name(cityId)}
            answered={participants.find((one) => one.cityId === cityId)?.answer ?? null}
            stored={contactStored(props, cityId)}
          />
        ))}
      {isStaff && <Answers {...props} />}
      {exchange.agreedAt && exchange.stage !== 'called-off' && <Contacts {...props} />}
      {exchange.agreedAt && <SessionsOf {...props} />}
      {exchange.followUpAskedAt && <FollowUpsOf {...props} />}
      {isStaff && (exchange.stage === 'asking' || exchange.stage === 'agreed') && (
        <CallOffForm
          language={language}
          action={href(`${base}/exchanges/${exchange.id}/calling-off`)}
          form={sent === 'calling-off' ? form : { ...form, problems: [] }}
        />
      )}
    </>
  );
}

function contactStored(
  { participants }: ExchangePageProps,
  cityId: string,
): Readonly<Record<string, string>> {
  const mine = participants.find((one) => one.cityId === cityId);
  return {
    contactName: mine?.contactName ?? '',
    contactEmail: mine?.contactEmail ?? '',
    contactLanguage: mine?.contactLanguage ?? 'en',
  };
}

function Answers({ language, participants, cities }: ExchangePageProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('answers')}</h2>
      <FactList
        stacked
        facts={participants.map(({ cityId, answer, answeredAt }) => ({
          label: cities.name(cityId),
          value: answeredAt
            ? t(answer === 'yes' ? 'said-yes' : 'said-no', { at: formatInstant(language, answeredAt) })
            : t('no-answer-yet'),
        }))}
      />
    </section>
  );
}

function Contacts({ language, participants, cities }: ExchangePageProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('contacts')}</h2>
      <FactList
        stacked
        facts={participants.map((one) => ({
          label: cities.name(one.cityId),
          value: (
            <>
              <bdi>{one.contactName}</bdi>, <a href={`mailto:${one.contactEmail}`}>{one.contactEmail}</a>,{' '}
              {languageName(language, one.contactLanguage)}
            </>
          ),
        }))}
      />
    </section>
  );
}
