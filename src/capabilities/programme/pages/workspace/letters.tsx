import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { isLanguage, type Language } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { text, version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { usualLetter } from '../../actions/letter-words.ts';
import { writeLetter } from '../../actions/write-letter.ts';
import { words } from '../../messages/index.ts';
import { blanks } from '../../rules/letter.ts';
import { findActivity } from '../../store/activities.ts';
import { listLetters } from '../../store/letters.ts';
import { home, idIn } from '../frame.ts';

const letterAnswers = z.object({ subject: text(200), body: text(4000), version: version() });

function languageIn(visit: Visit): Language {
  const code = visit.param('language');
  if (!isLanguage(code)) throw notFound();
  return code;
}

export async function showLetter(visit: Visit): Promise<Response> {
  return await letterPage(visit, freshForm(visit.world));
}

/** The words of invitation in one language: the usual ones until somebody writes the activity's own. */
async function letterPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const code = languageIn(visit);
  const { activity, own } = await reading(world, actor, async (tx) => {
    const activity = await findActivity(tx, idIn(visit, 'id'));
    if (!activity) throw notFound();
    const own = (await listLetters(tx, activity.id)).find((one) => one.language === code);
    return { activity, own };
  });
  const shown = own ?? { ...usualLetter(code, activity.kind), version: 0 };
  const path = `${home}/activities/${activity.id}`;
  const title = t('letter-in', { language: languageName(language, code) });
  return visit.show({
    title,
    hasProblems: form.problems.length > 0,
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href(home), label: t('programme') },
            { href: visit.href(path), label: activity.title[language] },
          ]}
        />
        <PageHead title={title} kind={activity.title[language]} lead={t('letter-lead')} />
        <Form
          action={visit.href(`${path}/letters/${code}`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
          version={form.stale?.version ?? shown.version}
        >
          {form.stale && (
            <StaleTexts
              current={form.stale.current}
              answers={form.answers}
              labels={{ subject: t('letter-subject'), body: t('letter-body') }}
            />
          )}
          <TextField
            name="subject"
            label={t('letter-subject')}
            initial={shown.subject}
            lang={code}
            maxLength={200}
          />
          <TextareaField
            name="body"
            label={t('letter-body')}
            hint={t('letter-body-hint', { blanks: blanks.map((blank) => `{${blank}}`).join(' ') })}
            initial={shown.body}
            lang={code}
            rows={14}
            maxLength={4000}
          />
          <SubmitButton>{t('save-letter')}</SubmitButton>
        </Form>
      </>
    ),
  });
}

export async function sendLetter(visit: Visit): Promise<Response> {
  const activityId = idIn(visit, 'id');
  const language = languageIn(visit);
  return await submitForm(visit, {
    schema: letterAnswers,
    act: async (said, once) => {
      await writeLetter(visit.world, visit.actor, { ...said, activityId, language }, once);
      return `${home}/activities/${activityId}`;
    },
    again: (state) => letterPage(visit, state),
  });
}
