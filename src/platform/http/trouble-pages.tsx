import { PageHead } from '../../design/page-head.tsx';
import type { Reason } from '../../kernel/refusal.ts';
import { explain } from '../languages/catalogue.ts';
import { words } from '../messages/index.ts';
import type { Page, Visit } from './route.ts';

/** A sentence in place of a page: what is wrong, and where to go from here. */
export function refusalPage(visit: Visit, reason: Reason, status: number): Page {
  const t = words(visit.language);
  const title = t(status === 404 ? 'not-found-title' : status >= 500 ? 'fault-title' : 'refused-title');
  return {
    title,
    body: (
      <>
        <PageHead title={title} />
        <p>{explain(visit.language, reason)}</p>
        <p>
          <a href={visit.href('/')}>{t('to-the-start')}</a>
        </p>
      </>
    ),
  };
}
