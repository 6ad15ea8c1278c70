import type { Visit } from '../platform/http/route.ts';
import { words } from './messages/index.ts';

/** Who is signed in, and the way out. */
export function AccountMenu({ visit }: { visit: Visit }) {
  const t = words(visit.language);
  return (
    <>
      <a href={visit.href('/account')}>
        <bdi>{visit.actor.name || t('nav.account')}</bdi>
      </a>
      <form action={visit.href('/sign-out')} method="post" class="inline">
        <input type="hidden" name="key" value={visit.world.newId()} />
        <button type="submit" class="link">
          {t('nav.sign-out')}
        </button>
      </form>
    </>
  );
}
