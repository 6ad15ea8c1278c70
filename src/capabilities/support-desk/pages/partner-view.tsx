import type { ComponentChildren } from 'preact';
import { SubmitButton } from '../../../design/button.tsx';
import { FactList } from '../../../design/fact-list.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Thread } from '../../../design/thread.tsx';
import type { Language } from '../../../kernel/language.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';
import type { PartnerRequest } from '../store/partners.ts';

interface PartnerViewProps {
  readonly language: Language;
  readonly at: string;
  readonly request: PartnerRequest;
  readonly form: FormState;
  /** By a link nobody is known: the answer says who writes. */
  readonly asksName: boolean;
  readonly crumbs?: ComponentChildren;
}

/** What a partner sees: the desk's question and what the city agreed to share. There is no way from here to the case. */
export function PartnerView({ language, at, request, form, asksName, crumbs }: PartnerViewProps) {
  const t = words(language);
  const { shared } = request;
  const facts = [
    { label: t('topic'), value: t(`topic.${shared.topic}`) },
    ...(['city', 'name', 'role', 'email'] as const).flatMap((field) =>
      shared[field] ? [{ label: t(`share.${field}`), value: <bdi>{shared[field]}</bdi> }] : [],
    ),
  ];
  return (
    <>
      {crumbs}
      <PageHead
        kind={t('partner-kind', { organisation: request.organisation[language] })}
        title={t('partner-title')}
        lead={t('partner-lead')}
      />
      <Notice title={t('desk-asks')}>
        <p dir="auto">{request.question}</p>
      </Notice>
      <section>
        <h2>{t('partner-shared')}</h2>
        <FactList facts={facts} stacked />
        {shared.question &&
          shared.question.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index} dir="auto">
              {paragraph}
            </p>
          ))}
        {shared.documents && shared.documents.length > 0 && (
          <ul>
            {shared.documents.map(({ id, name }) => (
              <li key={id}>
                <a href={`${at}/files/${id}`}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      {request.replies.length > 0 && (
        <section>
          <h2>{t('partner-replies')}</h2>
          <Thread
            messages={request.replies.map(({ id, from, at: written, body }) => ({
              key: id,
              from,
              at: written,
              body,
            }))}
          />
        </section>
      )}
      <Form
        action={`${at}/replies`}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        {asksName && <TextField name="from" label={t('your-name')} autocomplete="name" />}
        <TextareaField name="body" label={t('partner-answer')} hint={t('partner-answer-hint')} />
        <SubmitButton>{t('partner-send')}</SubmitButton>
      </Form>
    </>
  );
}
