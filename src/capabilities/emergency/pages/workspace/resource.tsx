import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import {
  choice,
  choices,
  optionalDate,
  optionalText,
  text,
  version,
} from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { addResource, asAnswers, saveResource } from '../../actions/save-resource.ts';
import { words } from '../../messages/index.ts';
import { resourceKinds } from '../../rules/freshness.ts';
import { spokenLanguages, wordingFor } from '../../rules/response.ts';
import type { Resource } from '../../store/record.ts';
import { resourceKindChoices, spokenChoices } from '../choices.ts';
import { type Frame, frameOf, idIn, recordFor } from '../frame.ts';

const said = {
  kind: choice(resourceKinds),
  title: text(200),
  what: text(1000),
  offeredBy: text(200),
  contact: optionalText(200),
  address: optionalText(2000),
  library: optionalText(300),
  languages: choices(spokenLanguages),
  validUntil: optionalDate(),
};

/** Whatever says where to turn will do, but one must; a library page is pasted as its address. */
function whole<T extends { contact: string | null; address: string | null; library: string | null }>(
  answers: T,
  context: z.core.$RefinementCtx,
) {
  const { library, ...rest } = answers;
  const miss = (field: string, message: string) =>
    context.addIssue({ code: 'custom', message, path: [field] });
  if (answers.address !== null && !/^https?:\/\/[^\s/]+\.[^\s]+$/.test(answers.address))
    miss('address', 'platform:not-an-address');
  if (answers.contact === null && answers.address === null && library === null)
    miss('contact', 'emergency:says-where');
  return { ...rest, librarySource: library && (library.split('/').at(-1) ?? '') };
}

const added = z.object(said).transform(whole);
const changed = z.object({ ...said, version: version() }).transform(whole);

export async function showNewResource(visit: Visit): Promise<Response> {
  return await resourcePage(visit, freshForm(visit.world), undefined);
}

export async function sendNewResource(visit: Visit): Promise<Response> {
  const responseId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: added,
    act: async (answers, once) => {
      await addResource(visit.world, visit.actor, { ...answers, responseId }, once);
      return `/workspace/emergencies/${responseId}/resources`;
    },
    again: (state) => resourcePage(visit, state, undefined),
  });
}

export async function showResource(visit: Visit): Promise<Response> {
  return await resourcePage(visit, freshForm(visit.world), idIn(visit, 'resource'));
}

export async function sendResource(visit: Visit): Promise<Response> {
  const [responseId, id] = [idIn(visit, 'id'), idIn(visit, 'resource')];
  return await submitForm(visit, {
    schema: changed,
    act: async (answers, once) => {
      await saveResource(visit.world, visit.actor, { ...answers, responseId, id }, once);
      return `/workspace/emergencies/${responseId}/resources`;
    },
    again: (state) => resourcePage(visit, state, id),
  });
}

async function resourcePage(visit: Visit, form: FormState, id: string | undefined): Promise<Response> {
  const record = await recordFor(visit, { id: idIn(visit, 'id') });
  const resource = record.resources.find((one) => one.id === id && !one.isWithdrawn);
  if (id !== undefined && !resource) throw notFound();
  return visit.show({
    title: words(visit.language)(resource ? 'change-resource' : 'add-resource'),
    body: <ResourceForm {...frameOf(visit, record)} {...{ form, resource }} />,
  });
}

interface ResourceFormProps extends Frame {
  readonly form: FormState;
  readonly resource: Resource | undefined;
}

function ResourceForm({ language, href, record, form, resource }: ResourceFormProps) {
  const t = words(language);
  const at = `/workspace/emergencies/${record.id}`;
  const was: Record<string, string> = resource
    ? asAnswers({ ...resource, librarySource: resource.library?.slug ?? null })
    : {};
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href(at), label: wordingFor(record.wordings, language).title },
          { href: href(`${at}/resources`), label: t('resources') },
        ]}
      />
      <PageHead title={t(resource ? 'change-resource' : 'add-resource')} lead={t('resource-lead')} />
      <Form
        action={href(`${at}/resources${resource ? `/${resource.id}` : ''}`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? resource?.version}
      >
        {form.stale && (
          <StaleTexts
            current={form.stale.current}
            answers={form.answers}
            labels={{ title: t('resource'), what: t('resource-what'), contact: t('where-to-turn') }}
          />
        )}
        <SelectField
          name="kind"
          label={t('kind')}
          choices={resourceKindChoices(language)}
          initial={was['kind']}
        />
        <TextField name="title" label={t('resource')} hint={t('resource-hint')} initial={was['title']} />
        <TextareaField
          name="what"
          label={t('resource-what')}
          hint={t('resource-what-hint')}
          initial={was['what']}
          rows={4}
        />
        <TextField name="offeredBy" label={t('offered-by')} initial={was['offeredBy']} />
        <TextField
          name="contact"
          label={t('where-to-turn')}
          hint={t('contact-hint')}
          initial={was['contact']}
          optional
        />
        <TextField name="address" label={t('web-address')} type="url" initial={was['address']} optional />
        <TextField
          name="library"
          label={t('in-library')}
          hint={t('library-hint')}
          initial={was['library']}
          optional
        />
        <DateField name="validUntil" label={t('valid-until')} initial={was['validUntil']} optional />
        <CheckboxesField
          name="languages"
          label={t('languages')}
          choices={spokenChoices(language)}
          initial={resource?.languages}
          optional
        />
        <p class="quiet">{t('saved-is-checked')}</p>
        <SubmitButton>{t('save-resource')}</SubmitButton>
      </Form>
    </>
  );
}
