import { InstantText } from '../../../../design/date-text.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import type { Overview } from '../../actions/overview.ts';
import { words } from '../../messages/index.ts';
import type { Door } from './door.ts';

interface WhatElseProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly overview: Overview;
}

/** Working without a connection, earlier versions, more time, leaving. */
export function WhatElse({ visit, door, overview: { open, extensions } }: WhatElseProps) {
  const t = words(visit.language);
  const to = (path: string) => visit.href(`${door.base}/${path}`);
  const isDraft = open.part.status === 'open';
  const links = [
    isDraft && { href: to('offline'), label: t('work-offline') },
    { href: to('check'), label: t('print-it') },
    { href: to('history'), label: t('earlier-versions') },
    isDraft && !door.invited && { href: to('facts'), label: t('give-back') },
    !door.invited && { href: to('extension'), label: t('ask-more-time') },
    !door.invited && {
      href: to('withdrawal'),
      label: isDraft ? t('withdraw-it') : t('take-back-or-withdraw'),
    },
  ].filter((link) => link !== false);
  return (
    <section>
      <h2>{t('what-else')}</h2>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      {extensions.map((asked) => (
        <div key={asked.id}>
          <p>
            {t('extension-asked-on')} <InstantText at={asked.askedAt} />: <bdi>{asked.reason}</bdi>
          </p>
          <p class="as-typed">
            {asked.answer ? `${t('the-fund-answers')} ${asked.answer}` : t('not-answered-yet')}
          </p>
        </div>
      ))}
    </section>
  );
}
