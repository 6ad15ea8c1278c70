import { DateText } from '../../../design/date-text.tsx';
import { Tag } from '../../../design/tag.tsx';
import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import type { Mandate } from '../store/grants.ts';

/** The last day, and the word for what is over. */
export function Until({
  language,
  to,
  endedOn,
  isOver,
}: Pick<Mandate, 'to' | 'endedOn' | 'isOver'> & { language: Language }) {
  const t = words(language);
  const last = endedOn ?? to;
  return (
    <>
      {last ? <DateText date={last} /> : t('no-end')} {isOver && <Tag tone="neutral">{t('state.ended')}</Tag>}
    </>
  );
}
