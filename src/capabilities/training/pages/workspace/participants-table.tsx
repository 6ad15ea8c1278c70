import type { ComponentChildren } from 'preact';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { languageName } from '../../../../platform/languages/format.ts';
import { type City, cityName } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { ButtonForm } from '../button-form.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { TrainingEvent } from '../../rules/event.ts';
import type { Registration } from '../../store/registrations.ts';
import type { Frame } from '../frame.ts';

const tones = { asked: 'neutral', registered: 'done', waiting: 'waiting', cancelled: 'stopped' } as const;

interface ParticipantsTableProps extends Frame {
  readonly registrations: readonly Registration[];
  readonly cities: ReadonlyMap<string, City>;
  readonly form: FormState;
  readonly event: TrainingEvent;
  readonly now: Date;
  readonly base: string;
  readonly empty: ComponentChildren;
}

/** Who asked for a place, those who have one first. */
export function ParticipantsTable(props: ParticipantsTableProps) {
  const { language, href, registrations, cities, form, event, now, base, empty } = props;
  const t = words(language);
  const mayTakeOut = event.stage === 'open' && event.startsAt > now;
  return (
    <Table
      caption={t('participants')}
      captionHidden
      rows={registrations}
      rowKey={({ id }) => id}
      csv={href(`${base}/participants.csv`)}
      empty={empty}
      columns={[
        { key: 'name', title: t('name'), rowHeader: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { key: 'email', title: t('email'), cell: ({ email }) => <bdi dir="ltr">{email}</bdi> },
        {
          key: 'city',
          title: t('city'),
          cell: ({ cityId, cityKnown }) => {
            const city = cities.get(cityId ?? '');
            return city ? (
              <>
                <bdi>{cityName(language, city)}</bdi> {cityKnown && <Tag tone="done">{t('city-known')}</Tag>}
              </>
            ) : (
              '–'
            );
          },
        },
        {
          key: 'language',
          title: t('language'),
          cell: (one) => languageName(language, one.language),
        },
        {
          key: 'needs',
          title: t('access-needs'),
          cell: ({ accessNeeds }) => <bdi>{accessNeeds ?? '–'}</bdi>,
        },
        {
          key: 'stage',
          title: t('stage'),
          cell: ({ stage, attendedAt }) => (
            <>
              <Tag tone={tones[stage]}>{t(`participant-stage.${stage}`)}</Tag>{' '}
              {attendedAt && <Tag tone="done">{t('came')}</Tag>}
            </>
          ),
        },
        ...(mayTakeOut
          ? [
              {
                key: 'out',
                title: t('on-behalf'),
                cell: ({ id, stage, name }: (typeof registrations)[number]) =>
                  stage === 'registered' || stage === 'waiting' ? (
                    <ButtonForm
                      action={href(`${base}/registrations/${id}/cancellation`)}
                      idempotencyKey={form.idempotencyKey}
                    >
                      {t('take-out')}
                      <span class="unseen">: {name}</span>
                    </ButtonForm>
                  ) : (
                    '–'
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
