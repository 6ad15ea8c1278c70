import { FactList } from '../../../design/fact-list.tsx';
import { Tag } from '../../../design/tag.tsx';
import { Timeline } from '../../../design/timeline.tsx';
import { words } from '../messages/index.ts';
import type { SituationNote } from '../store/record.ts';
import { type Frame, named, numberInWords } from './frame.ts';

interface NoteListProps extends Frame {
  readonly notes: readonly SituationNote[];
  /** Where a note is corrected, for those who may. */
  readonly correctHref?: (note: SituationNote) => string | undefined;
  /** Staff and cities see for whom each was written. */
  readonly tellsAudience?: boolean;
}

/** How cities stand, newest first. A note that was corrected stays, and says so. */
export function NoteList({ language, record, notes, correctHref, tellsAudience }: NoteListProps) {
  const t = words(language);
  const cityOf = (id: string) => record.cities.find((city) => city.id === id);
  return (
    <Timeline
      entries={notes.map((note) => {
        const city = cityOf(note.cityId);
        const correction = note.correctedBy === null ? correctHref?.(note) : undefined;
        return {
          key: note.id,
          date: note.on,
          title: <bdi>{city ? named(language, city) : ''}</bdi>,
          tag: (
            <>
              <Tag>{t(note.fromCity ? 'said-by-city' : 'said-by-council')}</Tag>
              {note.corrects !== null && <Tag tone="active">{t('is-correction')}</Tag>}
              {note.correctedBy !== null && <Tag tone="stopped">{t('was-corrected')}</Tag>}
              {tellsAudience && <Tag tone="waiting">{t(`audience.${note.audience}`)}</Tag>}
            </>
          ),
          children: (
            <>
              <NoteBody language={language} note={note} />
              {correction && (
                <p>
                  <a href={correction}>{t('correct-note')}</a>
                </p>
              )}
            </>
          ),
        };
      })}
    />
  );
}

function NoteBody({ language, note }: Pick<NoteListProps, 'language'> & { note: SituationNote }) {
  const t = words(language);
  return (
    <div class={note.correctedBy === null ? undefined : 'quiet'}>
      <p lang={note.language} dir="auto">
        {note.body}
      </p>
      {note.needs && (
        <p dir="auto">
          <strong>{t('needs-most')}</strong> <span lang={note.language}>{note.needs}</span>
        </p>
      )}
      {note.numbers.length > 0 && (
        <FactList
          facts={note.numbers.map(({ what, value, source }) => ({
            label: what,
            value: (
              <>
                {numberInWords(language, value)} <span class="quiet">{t('says', { source })}</span>
              </>
            ),
          }))}
        />
      )}
    </div>
  );
}
