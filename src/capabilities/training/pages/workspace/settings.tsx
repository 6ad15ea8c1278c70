import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { languages } from '../../../../kernel/language.ts';
import {
  choice,
  choices,
  optionalText,
  ticked,
  version,
  wholeNumber,
  wrong,
} from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { topicKeys, topicLabel } from '../../../city-record/index.ts';
import { changeCourse } from '../../actions/change-course.ts';
import { words } from '../../messages/index.ts';
import type { Content } from '../../rules/content.ts';
import { withWords } from '../../rules/some-text.ts';
import { idIn, languageChoices } from '../frame.ts';
import { editingOf } from './editor.ts';
import { sourceHint } from './source-hint.tsx';
import { WritingIn } from './writing-in.tsx';

const shared = {
  minutes: wholeNumber(1),
  passPercent: wholeNumber(0).transform((value, context) =>
    value > 100 ? wrong(context, 'training:at-most-hundred') : value,
  ),
  languages: choices(languages),
  topics: choices(topicKeys),
  certifies: ticked(),
};
const texts = {
  title: optionalText(150),
  summary: optionalText(600),
  in: choice(languages),
  version: version(),
};

export async function showSettings(visit: Visit): Promise<Response> {
  return await settingsPage(visit, freshForm(visit.world));
}

/** While translating only the texts change; all else is set in the source language. */
export async function sendSettings(visit: Visit): Promise<Response> {
  const { draft, base } = await editingOf(visit);
  const source = draft.sourceLanguage;
  const schema = z
    .object({ ...texts, ...shared })
    .partial(
      Object.fromEntries(Object.keys(shared).map((key) => [key, true])) as Record<keyof typeof shared, true>,
    )
    .transform((said, context) =>
      said.in === source && (said.title === null || said.summary === null)
        ? wrong(context, 'platform:needed', {}, [said.title === null ? 'title' : 'summary'])
        : said,
    );
  return await submitForm(visit, {
    schema,
    act: async (said, once) => {
      const make = (content: Content): Content => {
        const translated = {
          ...content,
          title: withWords(content.title, said.in, said.title ?? ''),
          summary: withWords(content.summary, said.in, said.summary ?? ''),
        };
        if (said.in !== source) return translated;
        const others = (said.languages ?? []).filter((one) => one !== source);
        return {
          ...translated,
          minutes: said.minutes ?? content.minutes,
          passPercent: said.passPercent ?? content.passPercent,
          languages: [source, ...others],
          topics: said.topics ?? [],
          certifies: said.certifies ?? false,
        };
      };
      const now = (content: Content) => ({
        title: content.title[said.in] ?? '',
        summary: content.summary[said.in] ?? '',
      });
      await changeCourse(
        visit.world,
        visit.actor,
        { courseId: idIn(visit), version: said.version, make, now },
        once,
      );
      return said.in === source ? base : `${base}?in=${said.in}`;
    },
    again: (state) => settingsPage(visit, state),
  });
}

async function settingsPage(visit: Visit, form: FormState): Promise<Response> {
  const found = await editingOf(visit);
  const typed = found.draft.content.languages.find((one) => one === form.answers['in']);
  const editing = typed ? { ...found, writing: typed } : found;
  const { language, href, draft, writing, base } = editing;
  const t = words(language);
  const { content } = draft;
  const isSource = writing === draft.sourceLanguage;
  return visit.show({
    title: t('change-settings'),
    body: (
      <>
        <Breadcrumb
          crumbs={[{ href: href(base), label: content.title[draft.sourceLanguage] ?? t('course') }]}
        />
        <PageHead title={t('change-settings')} />
        <WritingIn editing={editing} path={`${base}/settings`} />
        <Form
          action={href(`${base}/settings`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
          version={form.stale?.version ?? draft.version}
        >
          {form.stale && (
            <StaleTexts
              current={form.stale.current}
              answers={form.answers}
              labels={{ title: t('course-title'), summary: t('course-summary') }}
            />
          )}
          <input type="hidden" name="in" value={writing} />
          <TextField
            name="title"
            label={t('course-title')}
            hint={sourceHint(editing, content.title)}
            initial={content.title[writing]}
            lang={writing}
            optional={!isSource}
          />
          <TextareaField
            name="summary"
            label={t('course-summary')}
            hint={sourceHint(editing, content.summary) ?? t('course-summary-hint')}
            initial={content.summary[writing]}
            lang={writing}
            rows={3}
            optional={!isSource}
          />
          {isSource && <SharedSettings language={language} content={content} />}
          <SubmitButton>{t('save')}</SubmitButton>
        </Form>
      </>
    ),
  });
}

function SharedSettings({ language, content }: { language: Visit['language']; content: Content }) {
  const t = words(language);
  return (
    <>
      <CheckboxesField
        name="languages"
        label={t('course-languages')}
        hint={t('course-languages-hint')}
        choices={languageChoices(language)}
        initial={content.languages}
      />
      <NumberField name="minutes" label={t('takes')} unit={t('minutes')} initial={String(content.minutes)} />
      <NumberField
        name="passPercent"
        label={t('pass-mark')}
        hint={t('pass-mark-hint')}
        unit="%"
        initial={String(content.passPercent)}
      />
      <CheckboxField
        name="certifies"
        question={t('certificate')}
        label={t('certifies-label')}
        initial={content.certifies}
        optional
      />
      <CheckboxesField
        name="topics"
        label={t('topics')}
        hint={t('topics-hint')}
        choices={topicKeys.map((value) => ({ value, label: topicLabel(language, value) }))}
        initial={content.topics}
        optional
      />
    </>
  );
}
