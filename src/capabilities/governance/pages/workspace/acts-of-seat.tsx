import { InstantText } from '../../../../design/date-text.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { SentenceValues } from '../../../../kernel/refusal.ts';
import type { RecordedAct } from '../../../../platform/audit/act.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';

/** Who did what to the seat, newest first. What came with the edition has no such line. */
export function ActsOfSeat({ acts, language }: { acts: readonly RecordedAct[]; language: Language }) {
  const t = words(language);
  if (acts.length === 0) return <p class="quiet">{t('came-with-edition')}</p>;
  return (
    <ul>
      {acts.map((act) => (
        <li key={act.id}>
          <InstantText at={act.at} /> · <bdi>{act.actorName}</bdi> · {sayAct(language, act)}
        </li>
      ))}
    </ul>
  );
}

function sayAct(language: Language, { kind, details }: RecordedAct): string {
  const [, what] = kind.split('.');
  return explain(language, { key: `governance:act.${what}`, values: details as SentenceValues });
}
