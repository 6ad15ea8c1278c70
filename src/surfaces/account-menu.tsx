import { SubmitButton } from '../design/button.tsx';
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
      <form action={visit.href('/sign-out')} method="post">
        <input type="hidden" name="key" value={visit.world.newId()} />
        <SubmitButton look="plain">{t('nav.sign-out')}</SubmitButton>
      </form>
    </>
  );
}
