import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { askForConsent } from '../../actions/consent.ts';
import { askPartner } from '../../actions/partners.ts';
import { words } from '../../messages/index.ts';
import { shareables } from '../../rules/sharing.ts';
import { listOrganisations, type Organisation } from '../../store/desk-people.ts';
import { type Consent, listConsents } from '../../store/partners.ts';
import { languageChoices } from '../choices.ts';
import { consentRequestAnswers, partnerRequestAnswers } from './case-answers.ts';
import { CaseHead } from './case-head.tsx';
import { briefOf, type CaseInBrief, caseIdOf } from './case-record.ts';

export async function showAskPartner(visit: Visit): Promise<Response> {
  return await partnerPage(visit, freshForm(visit.world), undefined);
}

export async function sendConsentRequest(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: consentRequestAnswers,
    act: async ({ organisation, fields, version }, once) => {
      await askForConsent(
        visit.world,
        visit.actor,
        { caseId: caseIdOf(visit), version, organisationId: organisation, fields },
        once,
      );
      return `/workspace/support/cases/${caseIdOf(visit)}`;
    },
    again: (state) => partnerPage(visit, state, 'consent'),
  });
}

export async function sendPartnerRequest(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: partnerRequestAnswers,
    act: async ({ organisation, ...said }, once) => {
      await askPartner(
        visit.world,
        visit.actor,
        { ...said, organisationId: organisation, caseId: caseIdOf(visit) },
        once,
      );
      return `/workspace/support/cases/${caseIdOf(visit)}`;
    },
    again: (state) => partnerPage(visit, state, 'request'),
  });
}

interface PageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly record: CaseInBrief;
  readonly organisations: readonly Organisation[];
  readonly consents: readonly Consent[];
  readonly form: FormState;
  readonly sent: 'consent' | 'request' | undefined;
}

async function partnerPage(visit: Visit, form: FormState, sent: PageProps['sent']): Promise<Response> {
  const { language, world, actor } = visit;
  const seen = await reading(world, actor, async (tx) => {
    const record = await briefOf(tx, caseIdOf(visit));
    return {
      record,
      organisations: await listOrganisations(tx),
      consents: await listConsents(tx, record.shown.id),
    };
  });
  return visit.show({
    title: words(language)('ask-partner'),
    body: <AskPartnerPage {...{ language, form, sent, ...seen }} href={(path) => visit.href(path)} />,
  });
}

/** First the city agrees to what is shared, then the partner is asked. */
function AskPartnerPage(props: PageProps) {
  const { language, consents } = props;
  const t = words(language);
  return (
    <>
      <CaseHead {...props} step={t('ask-partner')} />
      <p>{t('ask-partner-lead')}</p>
      {consents.length > 0 && (
        <ul>
          {consents.map(({ organisationId, organisation, agreed }) => (
            <li key={organisationId}>
              <bdi>{organisation[language]}</bdi>:{' '}
              {agreed === null
                ? t('consent-waits')
                : agreed.length === 0
                  ? t('consent-none')
                  : agreed.map((field) => t(`share.${field}`)).join(', ')}
            </li>
          ))}
        </ul>
      )}
      {consents.some(({ agreed }) => agreed && agreed.length > 0) && <RequestForm {...props} />}
      <ConsentRequestForm {...props} />
    </>
  );
}

function formProps({ form, sent, href, record }: PageProps, name: 'consent' | 'request') {
  const mine = sent === name;
  return {
    id: name,
    aside: !mine,
    action: href(
      `/workspace/support/cases/${record.shown.id}/${name === 'consent' ? 'consent-requests' : 'partner-requests'}`,
    ),
    problems: mine ? form.problems : [],
    answers: mine ? form.answers : {},
    idempotencyKey: `${form.idempotencyKey}-${name.slice(0, 1)}`,
    version: form.stale?.version ?? record.shown.version,
  };
}

function ConsentRequestForm(props: PageProps) {
  const { language, organisations } = props;
  const t = words(language);
  return (
    <section>
      <h2>{t('consent-ask')}</h2>
      <Form {...formProps(props, 'consent')}>
        <SelectField
          name="organisation"
          label={t('organisation')}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name[language] }))}
        />
        <CheckboxesField
          name="fields"
          label={t('consent-which')}
          hint={t('consent-which-hint')}
          choices={shareables.map((value) => ({ value, label: t(`share.${value}`) }))}
          initial={['city', 'question']}
        />
        <SubmitButton look="plain">{t('consent-ask-send')}</SubmitButton>
      </Form>
    </section>
  );
}

function RequestForm(props: PageProps) {
  const { language, consents } = props;
  const t = words(language);
  const agreed = consents.filter((consent) => consent.agreed && consent.agreed.length > 0);
  return (
    <section>
      <h2>{t('request-heading')}</h2>
      <Form {...formProps(props, 'request')}>
        <SelectField
          name="organisation"
          label={t('organisation')}
          choices={agreed.map(({ organisationId, organisation }) => ({
            value: organisationId,
            label: organisation[language],
          }))}
        />
        <TextField name="contactEmail" label={t('contact-email')} type="email" />
        <SelectField
          name="language"
          label={t('request-language')}
          choices={languageChoices(language)}
          initial={language}
          none={false}
        />
        <TextareaField name="question" label={t('request-question')} hint={t('request-question-hint')} />
        <SubmitButton>{t('request-send')}</SubmitButton>
      </Form>
    </section>
  );
}
