import { DateText } from '../../../design/date-text.tsx';
import { Prose } from '../../../design/layout.tsx';
import { Tag } from '../../../design/tag.tsx';
import { formatDate } from '../../../platform/languages/format.ts';
import type { Offered } from '../actions/open-to-city.ts';
import { words } from '../messages/index.ts';
import { standingOf } from '../rules/activity.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { sayDoubt, sayObstacle, sayWhy, type Telling } from './say.ts';

interface OffersProps extends Omit<Telling, 'countries'> {
  readonly today: CalendarDate;
  readonly href: (path: string) => string;
  readonly offers: readonly Offered[];
  /** Where an activity leads; nowhere without. */
  readonly pathOf: (offer: Offered) => string | null;
}

/** What is open, best fit first: a section each, so that none runs into the next. */
export function OpenOffers(props: OffersProps) {
  return (
    <>
      <section>
        <h2>{words(props.language)('open-now', { n: props.offers.length })}</h2>
      </section>
      {props.offers.map((offer) => (
        <OpenOffer key={offer.activity.id} {...props} offer={offer} />
      ))}
    </>
  );
}

function OpenOffer({ language, who, today, href, pathOf, offer }: OffersProps & { readonly offer: Offered }) {
  const t = words(language);
  const { activity, reasons, doubts, countries, invitation } = offer;
  const telling = { language, who, countries };
  const path = pathOf(offer);
  return (
    <section>
      <p class="quiet">
        {t(`kind.${activity.kind}`)}
        {activity.closesOn && (
          <>
            {' · '}
            {t('until')} <DateText date={activity.closesOn} />
          </>
        )}
      </p>
      <h3>{path ? <a href={href(path)}>{activity.title[language]}</a> : activity.title[language]}</h3>
      {(standingOf(activity, today) === 'planned' || invitation) && (
        <p>
          {standingOf(activity, today) === 'planned' && (
            <Tag tone="waiting">{t('opens', { day: formatDate(language, activity.opensOn) })}</Tag>
          )}{' '}
          {invitation && (
            <Tag tone={invitation.answer === null ? 'signal' : 'active'}>
              {t(`invitation.${invitation.answer ?? 'waiting'}`, { who })}
            </Tag>
          )}
        </p>
      )}
      <p>{activity.about[language]}</p>
      <Prose>
        <ul>
          {reasons.flatMap((why) => sayWhy(telling, activity, why).map((line) => <li key={line}>{line}</li>))}
          {doubts.map((doubt) => (
            <li key={doubt.doubt} class="quiet">
              {sayDoubt(telling, doubt)}
            </li>
          ))}
        </ul>
      </Prose>
    </section>
  );
}

/** What is not open to this city: why, and what would change that. */
export function ClosedOffers({ language, who, offers }: Pick<OffersProps, 'language' | 'who' | 'offers'>) {
  return (
    <Prose>
      <ul>
        {offers.map(({ activity, obstacles, countries }) => (
          <li key={activity.id}>
            <strong>{activity.title[language]}</strong>
            <ul>
              {obstacles.map((obstacle) => {
                const said = sayObstacle({ language, who, countries }, activity, obstacle);
                return (
                  <li key={obstacle.why}>
                    {said.why} <span class="quiet">{said.change}</span>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </Prose>
  );
}
