import { DateText } from '../../../../design/date-text.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import { whyNotPublishable } from '../../rules/publishable.ts';
import { ButtonForm } from '../button-form.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { PublishedVersion } from '../../store/courses.ts';
import type { Editing } from './editor.ts';

interface PublicationProps {
  readonly editing: Editing;
  readonly form: FormState;
  readonly sent: 'module' | 'publication' | undefined;
  readonly versions: readonly PublishedVersion[];
}

/** What keeps the draft back, the press that puts it out, and what was put out before. */
export function Publication({ editing, form, sent, versions }: PublicationProps) {
  const { language, href, draft, base } = editing;
  const t = words(language);
  const faults = whyNotPublishable(draft.content);
  return (
    <section id="publication">
      <h2>{t('publish')}</h2>
      {faults.length > 0 ? (
        <Notice tone="signal" title={t('not-yet-publishable')}>
          <ul>
            {faults.map((fault) => (
              <li key={fault.key}>{explain(language, fault)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          <p>{t('publish-lead', { number: (draft.currentVersion ?? 0) + 1 })}</p>
          <Form
            action={href(`${base}/publication`)}
            id="publish"
            problems={sent === 'publication' ? form.problems : []}
            answers={sent === 'publication' ? form.answers : {}}
            idempotencyKey={form.idempotencyKey}
            aside
          >
            {draft.currentVersion !== null && (
              <TextareaField name="whatChanged" label={t('what-changed')} rows={2} optional />
            )}
            <SubmitButton>{t('publish-version', { number: (draft.currentVersion ?? 0) + 1 })}</SubmitButton>
          </Form>
        </>
      )}
      {versions.length > 0 && (
        <>
          <h3>{t('versions')}</h3>
          <ul class="evidence">
            {versions.map(({ number, publishedAt, whatChanged }) => (
              <li key={number}>
                <a href={href(`/training/courses/${draft.slug}?version=${number}`)}>
                  {t('version-n', { number })}
                </a>{' '}
                · <DateText date={dayInUtc(publishedAt)} /> {whatChanged && <bdi>{whatChanged}</bdi>}
              </li>
            ))}
          </ul>
          <ButtonForm
            action={href(`${base}/closing`)}
            idempotencyKey={`${form.idempotencyKey}-close`}
            look={draft.stage === 'open' ? 'danger' : 'plain'}
            also={{ to: draft.stage === 'open' ? 'closed' : 'open' }}
          >
            {t(draft.stage === 'open' ? 'close-course' : 'reopen-course')}
          </ButtonForm>
        </>
      )}
    </section>
  );
}
