import { MomentAgo } from '../../../../design/moment-ago.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { RecordedAct } from '../../../../platform/audit/act.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';

/** Who did what to the case, the newest first. */
export function ActsOfCase({ language, acts }: { language: Language; acts: readonly RecordedAct[] }) {
  const t = words(language);
  return (
    <ul>
      {acts.map((act) => (
        <li key={act.id}>
          <bdi>{act.actorName || t('somebody')}</bdi>: {sentence(language, act)}{' '}
          <span class="quiet">
            <MomentAgo at={act.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function sentence(language: Language, { kind, details }: RecordedAct): string {
  const values = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, value ?? '–']));
  return explain(language, { key: `support-desk:act.${kind.split('.')[1] ?? ''}`, values });
}
