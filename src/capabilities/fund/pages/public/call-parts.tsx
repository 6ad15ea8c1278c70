import { Prose } from '../../../../design/layout.tsx';
import { Notice } from '../../../../design/notice.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { guessTimeZone } from '../../../../kernel/time-zone.ts';
import { localeTag } from '../../../../platform/languages/catalogue.ts';
import { formatMoney, formatNumber, languageName } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import type { Call } from '../../store/call-page.ts';
import { formPath } from '../form-shelf.ts';
import { sayRule } from '../say-finding.ts';
import { AnswersAndHistory } from './answers-and-history.tsx';
import { Judging } from './judging.tsx';
import { clocksFor, StageTimes } from './stage-times.tsx';

export interface CallPartsProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly call: Call;
  readonly now: Date;
}

/** What a city wants to know of a window before it starts: who, what, when, what is asked, how it is judged. */
export function CallParts({ language, href, call, now }: CallPartsProps) {
  const t = words(language);
  const { window, city } = call;
  const base = `/fund/windows/${window.slug}`;
  const clocks = clocksFor(
    language,
    window.timeZone,
    city
      ? {
          name: cityName(language, city),
          zone: guessTimeZone(city.country, city.longitude, now),
        }
      : undefined,
  );
  return (
    <>
      {window.isExample && <Notice title={t('is-example')}>{t('is-example-why')}</Notice>}
      <section>
        <h2>{t('who-may-apply')}</h2>
        <p>{window.wording.whoCanApply[language]}</p>
        <Prose>
          <ul>
            {window.rules.map(({ key, weight, test }) => (
              <li key={key}>
                {sayRule(language, test, call.regions)}{' '}
                {weight === 'additional' && <span class="quiet">({t('raises-only')})</span>}
              </li>
            ))}
          </ul>
        </Prose>
        <p>
          <a class="button" href={href(`${base}/eligibility`)}>
            {t('check-your-city')}
          </a>
        </p>
      </section>
      <section>
        <h2>{t('what-it-gives')}</h2>
        <p>{window.wording.gives[language]}</p>
        <Gives language={language} call={call} />
      </section>
      <section>
        <h2>{t('when')}</h2>
        <p>
          {city ? t('when-with-city', { city: cityName(language, city) }) : t('when-lead')}{' '}
          <a href={href(`${base}/calendar.ics`)} download>
            {t('add-to-calendar')}
          </a>
        </p>
        <StageTimes
          {...{ language, clocks, now }}
          stages={window.stages}
          formHref={(id) => href(formPath(id))}
        />
      </section>
      <section>
        <h2>{t('what-is-asked')}</h2>
        <p>{window.wording.asks[language]}</p>
        <p>
          {window.minutesExpected !== null &&
            t('how-long', { hours: Math.ceil(window.minutesExpected / 60) })}{' '}
          {t('languages-to-write', {
            languages: new Intl.ListFormat(localeTag(language), { type: 'disjunction' }).format(
              window.languages.map((code) => languageName(language, code)),
            ),
          })}
        </p>
      </section>
      <Judging language={language} window={window} />
      <AnswersAndHistory {...{ language, href, call, clocks }} />
    </>
  );
}

function Gives({ language, call: { window, donors } }: { language: Language; call: Call }) {
  const t = words(language);
  const { ceiling, termMonths, overheadCapBasisPoints: cap } = window;
  return (
    <Prose>
      <ul>
        {ceiling && <li>{t('up-to', { amount: formatMoney(language, ceiling) })}</li>}
        {termMonths !== null && <li>{t('for-months', { n: termMonths })}</li>}
        {window.currencies.length > 1 && (
          <li>{t('in-currencies', { currencies: window.currencies.join(', ') })}</li>
        )}
        {cap !== null && (
          <li>
            {t('overhead-at-most', {
              percent: formatNumber(language, cap / 10_000, { style: 'percent', maximumFractionDigits: 2 }),
            })}
          </li>
        )}
        <li>{t(window.allowsPartial ? 'partial-allowed' : 'partial-not-allowed')}</li>
        {donors.map((donor) => (
          <li key={donor.name.en}>
            {t('paid-by', {
              donor: donor.name[language],
              amount: formatMoney(language, {
                amountMinor: BigInt(donor.amountMinor),
                currency: donor.currency,
              }),
            })}
          </li>
        ))}
      </ul>
    </Prose>
  );
}
