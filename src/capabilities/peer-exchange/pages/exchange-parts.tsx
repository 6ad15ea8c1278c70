import { ButtonLink, SubmitButton } from '../../../design/button.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { FactList } from '../../../design/fact-list.tsx';
import { Table } from '../../../design/table.tsx';
import { Tag, type Tone } from '../../../design/tag.tsx';
import { formatDate, formatInstant } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { Session } from '../store/sessions.ts';
import type { ExchangePageProps } from './exchange-page.tsx';

const tones: Record<Session['stage'], Tone> = { planned: 'waiting', held: 'done', cancelled: 'stopped' };

export function SessionTag({
  language,
  stage,
}: Pick<ExchangePageProps, 'language'> & Pick<Session, 'stage'>) {
  return <Tag tone={tones[stage]}>{words(language)(`session-stage.${stage}`)}</Tag>;
}

/** When they meet and met, and what each city said that it would do. */
export function SessionsOf({
  language,
  href,
  base,
  exchange,
  sessions,
  actions,
  cities,
  mayMeet,
  form,
}: ExchangePageProps) {
  const t = words(language);
  const path = `${base}/exchanges/${exchange.id}`;
  return (
    <>
      <section>
        <h2>{t('sessions')}</h2>
        <Table
          caption={t('sessions')}
          captionHidden
          rows={sessions}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('no-sessions')}>{t('no-sessions-why')}</EmptyState>}
          columns={[
            {
              key: 'when',
              title: t('when'),
              rowHeader: true,
              cell: ({ id, startsAt }) => (
                <a href={href(`${base}/sessions/${id}`)}>{formatInstant(language, startsAt)}</a>
              ),
            },
            { key: 'place', title: t('place'), cell: ({ place }) => <bdi>{place}</bdi> },
            {
              key: 'stage',
              title: t('stage'),
              cell: ({ stage }) => <SessionTag language={language} stage={stage} />,
            },
          ]}
        />
        {mayMeet && (
          <p>
            <ButtonLink look={sessions.length === 0 ? 'main' : 'plain'} href={href(`${path}/sessions/new`)}>
              {t('plan-session')}
            </ButtonLink>
          </p>
        )}
      </section>
      {actions.length > 0 && (
        <section>
          <h2>{t('agreed-actions')}</h2>
          <Table
            caption={t('agreed-actions')}
            captionHidden
            rows={actions}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'what',
                title: t('action-what'),
                rowHeader: true,
                cell: ({ what }) => <span dir="auto">{what}</span>,
              },
              { key: 'city', title: t('city'), cell: ({ cityId }) => cities.name(cityId) },
              { key: 'due', title: t('due'), cell: ({ dueOn }) => formatDate(language, dueOn) },
              {
                key: 'done',
                title: t('done'),
                cell: ({ id, doneOn, what }) =>
                  doneOn ? (
                    formatDate(language, doneOn)
                  ) : mayMeet ? (
                    <form method="post" action={href(`${path}/actions/${id}/completion`)}>
                      <input type="hidden" name="key" value={`${form.idempotencyKey}-${id.slice(-12)}`} />
                      <SubmitButton look="plain">
                        {t('mark-done')}
                        <span class="unseen"> {what}</span>
                      </SubmitButton>
                    </form>
                  ) : (
                    t('not-yet')
                  ),
              },
            ]}
          />
        </section>
      )}
    </>
  );
}

/** What changed, as each city says; a city sees its own answer, staff see all. */
export function FollowUpsOf({ language, href, base, exchange, followUps, own, cities }: ExchangePageProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('what-changed')}</h2>
      <FactList
        stacked
        facts={followUps.map(({ cityId, changed, what, address }) => ({
          label: cities.name(cityId),
          value: changed ? (
            <>
              {t(`change.${changed}`)} <span dir="auto">{what}</span>{' '}
              {address && <a href={address}>{address}</a>}
            </>
          ) : own.includes(cityId) ? (
            <a href={href(`${base}/exchanges/${exchange.id}/follow-ups/${cityId}`)}>
              {t('say-what-changed')}
            </a>
          ) : (
            t('no-answer-yet')
          ),
        }))}
      />
    </section>
  );
}
