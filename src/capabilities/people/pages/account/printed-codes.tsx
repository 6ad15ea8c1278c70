import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { printCodes } from '../../actions/print-codes.ts';
import { words } from '../../messages/index.ts';
import { changingWaysIn } from './door.ts';

const path = '/account/printed-codes';

export async function showPrintedCodes(visit: Visit): Promise<Response> {
  return await changingWaysIn(visit, path, async ({ factors }) => {
    const t = words(visit.language);
    return visit.show({
      title: t('printed-codes'),
      body: (
        <>
          <Breadcrumb crumbs={[{ href: visit.href('/account'), label: t('account') }]} />
          <PageHead title={t('printed-codes')} lead={t('printed-codes-lead')} />
          <p>{t('printed-codes-left', { n: factors.printedCodesLeft })}</p>
          <form method="post" class="form" action={visit.href(path)}>
            <SubmitButton>{t('printed-codes-make')}</SubmitButton>
          </form>
        </>
      ),
    });
  });
}

/** Shown in answer to the press itself and never again, so there is no address under which they could be found. */
export async function receivePrintedCodes(visit: Visit): Promise<Response> {
  return await changingWaysIn(visit, path, async () => {
    const t = words(visit.language);
    const codes = await printCodes(visit.world, visit.actor);
    return visit.show({
      title: t('printed-codes'),
      body: (
        <>
          <PageHead title={t('printed-codes')} lead={t('printed-codes-keep')} />
          <Notice tone="signal">{t('printed-codes-once')}</Notice>
          <ol class="printed-codes">
            {codes.map((code) => (
              <li key={code}>
                <code dir="ltr">{code}</code>
              </li>
            ))}
          </ol>
          <p>
            <ButtonLink href={visit.href('/account')}>{t('printed-codes-done')}</ButtonLink>
          </p>
        </>
      ),
    });
  });
}
