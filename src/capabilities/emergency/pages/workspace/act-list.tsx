import { Timeline } from '../../../../design/timeline.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { RecordedAct } from '../../../../platform/audit/act.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';

/** Who did what, newest first. */
export function ActList({ language, acts }: { language: Language; acts: readonly RecordedAct[] }) {
  if (acts.length === 0) return null;
  return (
    <section>
      <h2>{words(language)('acts')}</h2>
      <Timeline
        entries={acts.map((act) => ({
          key: act.id,
          date: dayInUtc(act.at),
          title: explain(language, {
            key: `emergency:act.${act.kind.slice('emergency.'.length)}`,
            values: Object.fromEntries(
              Object.entries(act.details).map(([name, value]) => [name, value ?? '']),
            ),
          }),
          children: (
            <p class="quiet">
              <bdi>{act.actorName}</bdi>
            </p>
          ),
        }))}
      />
    </section>
  );
}
