import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import { heldOn } from '../../../../kernel/tenure.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { OfficeHeld } from '../../../people/index.ts';
import { words } from '../../messages/index.ts';
import { partial, whenPhrase } from '../engagement-sentence.ts';

interface MayorsProps {
  readonly visit: Visit;
  readonly offices: readonly OfficeHeld[];
  readonly day: CalendarDate;
}

/** Who led the city, as far as sources say. A seat on a body is told apart, as engagement. */
export function Mayors({ visit, offices, day }: MayorsProps) {
  const t = words(visit.language);
  if (offices.length === 0) return null;
  return (
    <section>
      <h2>{t('mayors')}</h2>
      <ul>
        {offices.map((held) => (
          <li key={`${held.person} ${held.from ?? ''} ${held.to ?? ''}`}>
            <bdi>{held.person}</bdi>, {t(`office.${held.office}`)}{' '}
            <span class="quiet">
              {when(visit, held, day)}
              {held.sources.map(({ source }) => (
                <>
                  {' · '}
                  <a href={visit.href(`/sources/${source}`)}>{t('source')}</a>
                </>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function when({ language }: Visit, held: OfficeHeld, day: CalendarDate): string {
  const tenure = {
    from: partial(held.from, held.fromPrecision),
    fromCertainty: held.fromCertainty,
    to: partial(held.to, held.toPrecision),
    toCertainty: held.toCertainty,
    lastListed: partial(held.lastListed, held.lastListedPrecision),
  };
  return whenPhrase(language, tenure, heldOn(tenure, day) === 'yes' ? 'still' : 'lasted');
}
