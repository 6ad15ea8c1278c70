import type { ComponentChildren } from 'preact';
import { SubmitButton } from '../../../design/button.tsx';
import { DateText } from '../../../design/date-text.tsx';
import { CheckboxesField, RadiosField } from '../../../design/form/choice-fields.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { Tag } from '../../../design/tag.tsx';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';
import { isAlive } from '../rules/stages.ts';
import type { Case } from '../store/cases.ts';
import type { Message } from '../store/messages.ts';
import type { Consent } from '../store/partners.ts';
import { Files } from './public/ask-page.tsx';
import { stageTone } from './stage-tone.ts';
import { ThreadView } from './thread-view.tsx';

export interface CityCaseProps {
  readonly language: Language;
  /** Where the page is: forms post below it. */
  readonly at: string;
  readonly shown: Case;
  readonly messages: readonly Message[];
  readonly consents: readonly Consent[];
  readonly form: FormState;
  readonly sent: 'message' | 'consent' | undefined;
  readonly crumbs?: ComponentChildren;
}

/** A case as its city sees it: where it stands, what is wanted, and the thread. */
export function CityCase(props: CityCaseProps) {
  const { language, at, shown } = props;
  const t = words(language);
  const waits = shown.dueOn !== null && shown.firstReplyAt === null && isAlive(shown.stage);
  return (
    <>
      {props.crumbs}
      <PageHead
        kind={t('case-kind', { reference: shown.reference })}
        title={<bdi>{shown.subject}</bdi>}
        stage={<Tag tone={stageTone(shown.stage)}>{t(`public-stage.${shown.stage}`)}</Tag>}
        facts={[
          { label: t('topic'), value: t(`topic.${shown.topic}`) },
          { label: t('asked-on'), value: <DateText date={dayInUtc(shown.openedAt)} /> },
          ...(waits && shown.dueOn
            ? [{ label: t('answer-by'), value: <DateText date={shown.dueOn} /> }]
            : []),
        ]}
      />
      <p>{t(`public-next.${shown.stage}`)}</p>
      {props.consents
        .filter(({ agreed }) => agreed === null)
        .map((consent) => (
          <ConsentForm key={consent.organisationId} {...props} consent={consent} />
        ))}
      <ThreadView language={language} messages={props.messages} fileHref={(id) => `${at}/files/${id}`} />
      {shown.stage !== 'set-aside' && <MessageForm {...props} />}
      {props.consents.some(({ agreed }) => agreed !== null && agreed.length > 0) && <Agreed {...props} />}
    </>
  );
}

function MessageForm({ language, at, form, sent }: CityCaseProps) {
  const t = words(language);
  const mine = sent === 'message' || sent === undefined;
  return (
    <section>
      <h2>{t('write-to-desk')}</h2>
      <Form
        id="message"
        action={`${at}/messages`}
        problems={mine ? form.problems : []}
        answers={mine ? form.answers : {}}
        idempotencyKey={`${form.idempotencyKey}-m`}
        files
      >
        <TextareaField name="body" label={t('message')} />
        <Files language={language} />
        <SubmitButton>{t('send-message')}</SubmitButton>
      </Form>
    </section>
  );
}

function ConsentForm({ language, at, form, sent, consent }: CityCaseProps & { consent: Consent }) {
  const t = words(language);
  const mine = sent === 'consent' && form.answers['organisation'] === consent.organisationId;
  const id = `c${consent.organisationId.slice(-6)}`;
  return (
    <Notice tone="signal" title={t('consent-title', { organisation: consent.organisation[language] })}>
      <Form
        id={id}
        action={`${at}/consent`}
        problems={mine ? form.problems : []}
        answers={mine ? form.answers : {}}
        idempotencyKey={`${form.idempotencyKey}-${id.slice(-3)}`}
      >
        <input type="hidden" name="organisation" value={consent.organisationId} />
        <CheckboxesField
          name="agreed"
          label={t('consent-fields')}
          hint={t('consent-hint')}
          choices={consent.asked.map((value) => ({ value, label: t(`share.${value}`) }))}
          optional
        />
        <RadiosField
          name="answer"
          label={t('consent-answer')}
          choices={[
            { value: 'agree', label: t('consent-agree') },
            { value: 'refuse', label: t('consent-refuse') },
          ]}
        />
        <SubmitButton>{t('consent-send')}</SubmitButton>
      </Form>
    </Notice>
  );
}

function Agreed({ language, consents }: CityCaseProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('shared-heading')}</h2>
      <ul>
        {consents.flatMap(({ organisationId, organisation, agreed }) =>
          agreed && agreed.length > 0 ? (
            <li key={organisationId}>
              <bdi>{organisation[language]}</bdi>: {agreed.map((field) => t(`share.${field}`)).join(', ')}
            </li>
          ) : (
            []
          ),
        )}
      </ul>
    </section>
  );
}
