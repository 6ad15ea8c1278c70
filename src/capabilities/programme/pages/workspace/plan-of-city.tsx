import { Tag } from '../../../../design/tag.tsx';
import { directionOf, type Language } from '../../../../kernel/language.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { countryName, formatDate, languageName } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import { type Plan, refusalReason } from '../../actions/plan-invitations.ts';
import { words } from '../../messages/index.ts';
import { home } from '../frame.ts';

interface PlanProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly plan: Plan;
  readonly chosen: boolean;
}

/** One city before it is invited: how much is asked of it, to whom the letter goes, and the letter itself. */
export function PlanOfCity({ language, href, plan, chosen }: PlanProps) {
  const t = words(language);
  const { city, use, refused, beyond, letters } = plan;
  const name = cityName(language, city);
  const id = `chosen-${city.id}`;
  return (
    <section>
      <h2>
        <a href={href(`${home}/cities/${city.id}`)}>{name}</a>{' '}
        <span class="quiet">{countryName(language, city.country)}</span>
      </h2>
      <p>
        {t('asked-so-far', { used: use.used, most: use.perMonth })}{' '}
        {beyond && <Tag tone="signal">{t('no-room')}</Tag>}
      </p>
      {refused ? (
        <p>
          <Tag tone="stopped">{t('cannot-be-invited')}</Tag>{' '}
          {explain(
            language,
            refusalReason(refused, (day) => formatDate(language, day)),
          )}{' '}
          <span class="quiet">{t(`refused-do.${refused.why}`)}</span>
        </p>
      ) : (
        <div class="choice">
          <input type="checkbox" id={id} name="chosen" value={city.id} checked={chosen} />
          <label for={id}>{t('invite-city', { city: name })}</label>
        </div>
      )}
      {beyond && !refused && (
        <p class="quiet">
          {t('beyond-says', { room: beyond.room ? formatDate(language, beyond.room) : t('no-day') })}
        </p>
      )}
      {letters.map((letter) => (
        <details key={letter.to}>
          <summary>
            {t('letter-to', {
              to: letter.to,
              language: languageName(language, letter.language),
              from: plan.from,
            })}
          </summary>
          <div lang={letter.language} dir={directionOf(letter.language)}>
            <p>
              <strong>{letter.subject}</strong>
            </p>
            {letter.body.split('\n\n').map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </details>
      ))}
    </section>
  );
}
