import { ButtonLink } from '../../../../design/button.tsx';
import { DotMap } from '../../../../design/maps/dot-map.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { Timeline } from '../../../../design/timeline.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Side } from '../../store/record.ts';
import { type Frame, named, sideName } from '../frame.ts';
import { HelpPicture } from '../help-picture.tsx';
import { NoteList } from '../note-list.tsx';

/** Where it is: the cities on a map, with the table of links behind it. */
export function CitiesPart({ language, href, record, today }: Frame) {
  const t = words(language);
  if (record.cities.length === 0) return null;
  return (
    <DotMap
      title={t('cities-finding', { n: record.cities.length })}
      source={t('cities-source', { date: formatDate(language, today) })}
      dotsAre={t('city')}
      dots={record.cities.map((city, rank) => ({
        key: city.id,
        name: named(language, city),
        latitude: city.latitude,
        longitude: city.longitude,
        href: href(`/cities/${city.id}`),
        labelled: rank < 6,
      }))}
    />
  );
}

const notesShown = 5;

/** The latest notes of cities; all of them stand on a page of their own. */
export function NotesPart(frame: Frame) {
  const { language, href, record } = frame;
  const t = words(language);
  return (
    <section id="notes">
      <h2>{t('notes')}</h2>
      {record.notes.length === 0 && <p class="quiet">{t('no-notes')}</p>}
      <NoteList {...frame} notes={record.notes.slice(0, notesShown)} />
      {record.notes.length > notesShown && (
        <p>
          <a href={href(`/emergencies/${record.slug}/notes`)}>{t('all-notes', { n: record.notes.length })}</a>
        </p>
      )}
    </section>
  );
}

/** What is asked and who helps whom: only of sides that agreed to be named. */
export function HelpPart(frame: Frame) {
  const { language, record } = frame;
  const t = words(language);
  const needs = record.needs.filter(({ stage }) => stage === 'open');
  if (needs.length === 0 && record.pairings.length === 0 && record.offers.length === 0) return null;
  const isHelped = (need: Side) => record.pairings.some(({ needId }) => needId === need.id);
  return (
    <section id="help">
      <h2>{t('who-helps-whom')}</h2>
      <p class="quiet">{t('help-consent')}</p>
      {needs.length > 0 && (
        <Table
          caption={t('needs')}
          rows={needs.slice(0, 25)}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'city',
              title: t('city'),
              rowHeader: true,
              cell: (row) => <bdi>{sideName(language, row)}</bdi>,
            },
            { key: 'kind', title: t('kind'), cell: (row) => t(`help.${row.kind}`) },
            { key: 'what', title: t('need'), cell: (row) => <span dir="auto">{row.what}</span> },
            {
              key: 'state',
              title: t('state'),
              cell: (row) => (
                <Tag tone={isHelped(row) ? 'active' : 'waiting'}>
                  {t(isHelped(row) ? 'has-helper' : 'no-helper')}
                </Tag>
              ),
            },
          ]}
        />
      )}
      <HelpPicture {...frame} csv={`/emergencies/${record.slug}/help.csv`} />
    </section>
  );
}

/** Updates as they were mailed, newest first. */
export function UpdatesPart({ language, href, record }: Frame) {
  const t = words(language);
  return (
    <section id="updates">
      <h2>{t('updates')}</h2>
      {record.bulletins.length === 0 && <p class="quiet">{t('no-updates')}</p>}
      <Timeline
        entries={record.bulletins.slice(0, 5).flatMap((bulletin) => {
          const spoken = bulletin.texts[language] ? language : bulletin.firstLanguage;
          const text = bulletin.texts[spoken];
          if (!text || bulletin.sentAt === null) return [];
          return [
            {
              key: bulletin.id,
              date: dayInUtc(new Date(bulletin.sentAt)),
              title: <bdi lang={spoken}>{text.subject}</bdi>,
              children: (
                <p lang={spoken} dir="auto">
                  {text.body}
                </p>
              ),
            },
          ];
        })}
      />
      {record.stage === 'published' && (
        <p>
          <ButtonLink href={href(`/emergencies/${record.slug}/updates`)}>{t('subscribe')}</ButtonLink>
        </p>
      )}
    </section>
  );
}
