import { SubmitButton } from '../../../../design/button.tsx';
import { Difference } from '../../../../design/difference.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { directionOf, type Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import { type Paragraph, stateOf, type TranslatedText } from '../../rules/translated.ts';
import { StateTag } from '../state-tag.tsx';
import type { TextPageProps } from './text-page.tsx';

/** Each paragraph with its source above, what changed in it, and the field for its translation. */
export function WritingForm({ visit, text, remembered, writing }: TextPageProps) {
  const { language } = visit;
  const t = words(language);
  const labels = Object.fromEntries(
    text.paragraphs.map(({ id }, index) => [`r-${id}`, t('paragraph-n', { n: index + 1 })]),
  );
  return (
    <section>
      <h2>{t('translate')}</h2>
      {writing.stale && (
        <StaleTexts current={writing.stale.current} answers={writing.answers} labels={labels} />
      )}
      <Form
        action={visit.href(`/workspace/translation/texts/${text.id}/renderings`)}
        problems={writing.problems}
        answers={writing.answers}
        idempotencyKey={writing.idempotencyKey}
      >
        {text.paragraphs.map((paragraph, index) => (
          <ParagraphFields
            key={paragraph.id}
            {...{ language, text, paragraph }}
            label={t('paragraph-n', { n: index + 1 })}
            remembered={remembered.get(paragraph.id)}
          />
        ))}
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </section>
  );
}

interface ParagraphFieldsProps {
  readonly language: Language;
  readonly text: TranslatedText;
  readonly paragraph: Paragraph;
  readonly label: string;
  readonly remembered: string | undefined;
}

function ParagraphFields({ language, text, paragraph, label, remembered }: ParagraphFieldsProps) {
  const t = words(language);
  const { rendering, before } = paragraph;
  const { sourceLanguage: from, targetLanguage: to } = text;
  return (
    <div class="side-by-side">
      <div class="pair">
        <div>
          <p>
            <StateTag language={language} state={stateOf(paragraph)} />
            {rendering && ` ${t(`origin.${rendering.origin}`, { name: rendering.byName ?? '' })}`}
          </p>
          <p lang={from} dir={directionOf(from)}>
            {paragraph.source}
          </p>
          {!rendering && before && (
            <Difference
              before={before.source}
              after={paragraph.source}
              beforeLabel={t('source-before')}
              afterLabel={t('source-now')}
              lang={from}
            />
          )}
          {rendering?.objections.map((why) => (
            <p key={why}>
              {t('city-objects')} <q>{why}</q>
            </p>
          ))}
        </div>
        <div>
          <TextareaField
            name={`r-${paragraph.id}`}
            label={label}
            hint={
              !rendering && remembered ? t('remembered') : before && !rendering ? t('old-offered') : undefined
            }
            initial={rendering?.text ?? remembered ?? before?.text ?? ''}
            lang={to}
            optional
          />
          <input type="hidden" name={`n-${paragraph.id}`} value={rendering?.number ?? 0} />
        </div>
      </div>
    </div>
  );
}
