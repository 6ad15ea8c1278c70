import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { acceptDifferences, AnswersBeside } from '../../../application-forms/index.ts';
import type { Difference } from '../../actions/return-form.ts';
import { words } from '../../messages/index.ts';
import type { Door } from './door.ts';

interface DifferencePageProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly difference: Difference;
  readonly idempotencyKey: string;
}

/** What came back beside what is here, question by question; each is taken over by a tick. */
export function DifferencePage({ visit, door, difference, idempotencyKey }: DifferencePageProps) {
  const { open, returned, differences, warnings } = difference;
  const { language } = visit;
  const t = words(language);
  const after = acceptDifferences(
    open.answers,
    returned.said.answers,
    differences.map(({ question }) => question),
  );
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href(door.base), label: open.window.name[language] },
          { href: visit.href(`${door.base}/offline`), label: t('work-offline') },
        ]}
      />
      <PageHead
        title={t('what-came-back')}
        lead={t('differences-lead', { n: differences.length, name: returned.name })}
      />
      {warnings.length > 0 && (
        <Notice tone="signal" title={t('odd-file')}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning.key}>{explain(language, warning)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Form
        action={visit.href(`${door.base}/returned/${returned.id}`)}
        idempotencyKey={idempotencyKey}
        answers={Object.fromEntries(differences.map(({ question }) => [`take:${question}`, 'yes']))}
      >
        <AnswersBeside
          form={open.form}
          before={open.answers}
          after={after}
          beforeLabel={t('here-now')}
          afterLabel={t('in-the-file')}
          language={open.application.language}
          terms={open.window}
          choice={(question) => (
            <CheckboxField
              name={`take:${question.key}`}
              question={question.label[language]}
              label={t('take-over')}
              optional
            />
          )}
        />
        <SubmitButton>{t('take-over-ticked')}</SubmitButton>
      </Form>
    </>
  );
}
