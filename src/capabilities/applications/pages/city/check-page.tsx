import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { AnswersShown } from '../../../application-forms/index.ts';
import type { Overview } from '../../actions/overview.ts';
import { words } from '../../messages/index.ts';
import { whyNotAskSignOff, whyNotSendBack } from '../../permissions.ts';
import { waitingSentence } from '../waiting-words.ts';
import type { Door } from './door.ts';
import { mandatedRole } from '../../actions/open-application.ts';

interface CheckPageProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly overview: Overview;
  readonly cities: Readonly<Record<string, { name: string; place: string }>>;
  readonly form: FormState;
}

/** The whole application to read through and print, what is still wrong with it, and the step that comes next. */
export function CheckPage({ visit, door, overview, cities, form }: CheckPageProps) {
  const { open, city, waiting } = overview;
  const { language } = visit;
  const t = words(language);
  const role = mandatedRole(open);
  const mayAsk = !whyNotAskSignOff(role, open.part, open.problems.length);
  const maySendBack = !whyNotSendBack(visit.actor, open.application, role, open.signOff);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(door.base), label: open.window.name[language] }]} />
      <PageHead
        kind={t('application-of', { city: city.name })}
        title={t('read-it-through')}
        lead={waitingSentence(language, waiting, open)}
      />
      {open.problems.length > 0 && (
        <Notice tone="signal" title={t('n-to-mend', { n: open.problems.length })}>
          <ul>
            {open.problems.map((problem) => (
              <li key={`${problem.field}${problem.reason.key}`}>
                <a
                  href={`${visit.href(`${door.base}/sections/${problem.section}`)}?all=1#f-${problem.field}`}
                >
                  {explain(language, problem.reason)}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <AnswersShown
        form={open.form}
        answers={open.answers}
        language={open.application.language}
        terms={open.window}
        cities={cities}
        fileHref={(id) => visit.href(`${door.base}/files/${id}`)}
      />
      {!door.invited && open.part.status === 'open' && (
        <section>
          <h2>{t('and-now')}</h2>
          {mayAsk && open.signOff !== 'waiting' && (
            <Form
              action={visit.href(`${door.base}/signature-request`)}
              idempotencyKey={form.idempotencyKey}
              id="ask"
            >
              <p>{t('ask-signature-hint')}</p>
              <SubmitButton>{t('ask-signature')}</SubmitButton>
            </Form>
          )}
          {role === 'certifier' && (
            <p>
              <ButtonLink look="main" href={visit.href(`${door.base}/signature`)}>
                {t('sign-and-send')}
              </ButtonLink>
            </p>
          )}
          {maySendBack && (
            <Form
              action={visit.href(`${door.base}/return-to-lead`)}
              idempotencyKey={form.idempotencyKey}
              problems={form.problems}
              answers={form.answers}
              id="back"
            >
              <TextareaField name="reason" label={t('why-not-sign')} hint={t('why-not-sign-hint')} />
              <SubmitButton look="plain">{t('send-back')}</SubmitButton>
            </Form>
          )}
          {!mayAsk && !role && <p class="quiet">{t('take-part-first')}</p>}
        </section>
      )}
    </>
  );
}
