import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { Files } from '../public/ask-page.tsx';
import { type CasePageProps, formOf, versionOf } from './case-forms.ts';

/** The answer to the city, from a text of the desk or from nothing. */
export function ReplyForm(props: CasePageProps) {
  const { language, href, record, form, sent } = props;
  const t = words(language);
  const { shown, merged, templates } = record;
  if (shown.stage === 'merged' || shown.stage === 'set-aside') return null;
  const path = `/workspace/support/cases/${shown.id}`;
  return (
    <section>
      <h2>{t('reply')}</h2>
      {sent === 'reply' && form.stale && <Notice tone="signal">{t('reply-stale')}</Notice>}
      <p class="quiet">
        {t('reply-in', { language: languageName(language, shown.language), address: shown.requesterEmail })}
      </p>
      {templates.length > 0 && (
        <Form action={href(path)} method="get" id="template">
          <SelectField
            name="template"
            label={t('start-from')}
            choices={templates.map(({ slug, title }) => ({ value: slug, label: title[language] }))}
            optional
          />
          <SubmitButton look="plain">{t('use-text')}</SubmitButton>
        </Form>
      )}
      <Form action={href(`${path}/replies`)} {...formOf(props, 'reply')} version={versionOf(props)} files>
        <TextareaField name="body" label={t('reply-text')} rows={10} lang={shown.language} />
        <Files language={language} />
        <RadiosField
          name="next"
          label={t('then')}
          choices={[
            { value: 'open', label: t('then-open') },
            { value: 'waiting-city', label: t('then-waiting-city') },
          ]}
          initial="waiting-city"
        />
        {merged.length > 0 && (
          <CheckboxField
            name="alsoMerged"
            question={t('also-merged')}
            label={t('also-merged-label', { n: merged.length })}
            optional
          />
        )}
        <SubmitButton>{t('send-reply')}</SubmitButton>
      </Form>
    </section>
  );
}
