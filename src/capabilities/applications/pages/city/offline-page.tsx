import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { FileField } from '../../../../design/form/file-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { OpenApplication } from '../../actions/open-application.ts';
import { words } from '../../messages/index.ts';
import type { Door } from './door.ts';

interface OfflinePageProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly open: OpenApplication;
  readonly form: FormState;
}

/** The form to carry away, and the way back. */
export function OfflinePage({ visit, door, open, form }: OfflinePageProps) {
  const t = words(visit.language);
  const to = (path: string) => visit.href(`${door.base}/${path}`);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(door.base), label: open.window.name[visit.language] }]} />
      <PageHead title={t('work-offline')} lead={t('offline-lead')} />
      <section>
        <h2>{t('carry-away')}</h2>
        <p>{t('carry-away-hint')}</p>
        <p>
          <ButtonLink href={to('form.docx')}>{t('as-word')}</ButtonLink>{' '}
          <ButtonLink href={to('form.html')}>{t('as-html')}</ButtonLink>
        </p>
      </section>
      <section>
        <h2>{t('bring-back')}</h2>
        <Form
          action={to('offline')}
          files
          idempotencyKey={form.idempotencyKey}
          problems={form.problems}
          answers={form.answers}
        >
          <FileField
            name="file"
            label={t('filled-file')}
            hint={t('filled-file-hint')}
            accept=".docx,.html,.htm"
          />
          <SubmitButton>{t('show-differences')}</SubmitButton>
        </Form>
      </section>
    </>
  );
}
