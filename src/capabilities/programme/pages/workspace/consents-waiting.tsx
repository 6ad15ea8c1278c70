import { Notice } from '../../../../design/notice.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { words } from '../../messages/index.ts';
import { whyNotConsent } from '../../permissions.ts';
import type { Exception } from '../../store/exceptions.ts';
import { home } from '../frame.ts';

/** Invitations beyond a budget that wait for the director. */
export function ConsentsWaiting({ visit, consents }: { visit: Visit; consents: readonly Exception[] }) {
  const { language } = visit;
  const t = words(language);
  if (consents.length === 0) return null;
  return (
    <Notice title={t('consents-waiting', { n: consents.length })}>
      <ul>
        {consents.map((one) => {
          const line = t('consent-line', {
            by: one.askedByName,
            on: formatDate(language, dayInUtc(one.askedAt)),
            used: one.used,
            most: one.perMonth,
          });
          return (
            <li key={one.id}>
              {whyNotConsent(visit.actor, one) ? (
                line
              ) : (
                <a href={visit.href(`${home}/consents/${one.id}`)}>{line}</a>
              )}{' '}
              <span class="quiet" dir="auto">
                {one.reason}
              </span>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
