import { SubmitButton } from '../../../../design/button.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { browserOf } from '../../actions/browser.ts';
import { readLink, signInByLink } from '../../actions/sign-in-by-link.ts';
import { words } from '../../messages/index.ts';
import type { LinkKind } from '../../store/sign-in.ts';
import { signedIn } from './session-answer.ts';

/** A page with a button: opening a link must not use it up. */
export function showLink(kind: LinkKind) {
  return async (visit: Visit): Promise<Response> => {
    const t = words(visit.language);
    const { name } = await readLink(visit.world, kind, visit.param('token'));
    const title = t('sign-in-as', { name });
    return visit.show({
      title,
      body: (
        <>
          <PageHead title={title} lead={t('link-lead')} />
          {kind === 'trial' && <p>{t('link-trial')}</p>}
          <form method="post" class="form" action={visit.href(visit.url.pathname)}>
            <SubmitButton>{title}</SubmitButton>
          </form>
        </>
      ),
    });
  };
}

export function receiveLink(kind: LinkKind, to: string) {
  return async (visit: Visit): Promise<Response> => {
    const browser = browserOf(visit.request);
    const key = await signInByLink(visit.world, kind, visit.param('token'), browser);
    return await signedIn(visit, key, to);
  };
}
