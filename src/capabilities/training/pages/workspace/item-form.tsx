import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { FileField } from '../../../../design/form/file-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { NumberField } from '../../../../design/form/number-field.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import type { Item, Module, QuestionItem } from '../../rules/content.ts';
import { type Editing } from './editor.ts';
import { sourceHint } from './source-hint.tsx';
import { type ItemKind, places } from './item-answers.ts';
import { WritingIn } from './writing-in.tsx';

interface ItemFormProps {
  readonly editing: Editing;
  readonly module: Module;
  readonly item: Item | undefined;
  readonly kind: ItemKind;
  readonly form: FormState;
}

/** One part of a module, in one language at a time. */
export function ItemForm({ editing, module, item, kind, form }: ItemFormProps) {
  const { language, href, draft, writing, base } = editing;
  const t = words(language);
  const path = `${base}/modules/${module.id}`;
  const isSource = writing === draft.sourceLanguage;
  const question = item?.kind === 'question' ? item : undefined;
  const bodyHint = sourceHint(editing, item?.body ?? {});
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href(base), label: draft.content.title[draft.sourceLanguage] ?? t('course') },
          { href: href(path), label: module.title[draft.sourceLanguage] ?? t('module') },
        ]}
      />
      <PageHead title={t(`item-kind.${kind}`)} />
      {item && <WritingIn editing={editing} path={`${path}/items/${item.id}`} />}
      <Form
        action={href(item ? `${path}/items/${item.id}` : `${path}/items`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        version={form.stale?.version ?? draft.version}
        files
      >
        {form.stale && (
          <StaleTexts
            current={form.stale.current}
            answers={form.answers}
            labels={{ body: t(`item-body.${kind}`) }}
          />
        )}
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="in" value={writing} />
        {kind === 'file' && isSource && (
          <FileField name="file" label={t('file')} hint={t('file-hint')} optional={item !== undefined} />
        )}
        <TextareaField
          name="body"
          label={t(`item-body.${kind}`)}
          hint={
            bodyHint ??
            (kind === 'text' ? t('markdown-hint') : kind === 'file' ? t('file-body-hint') : undefined)
          }
          initial={item?.body[writing]}
          lang={writing}
          rows={kind === 'text' ? 14 : 3}
        />
        {(kind === 'single' || kind === 'multiple') && (
          <Choices editing={editing} question={question} isSource={isSource} kind={kind} />
        )}
        {kind === 'number' && isSource && (
          <>
            <NumberField
              name="answer"
              label={t('answer-number')}
              initial={question?.answer === null ? '' : String(question?.answer ?? '')}
              decimals
            />
            <NumberField
              name="within"
              label={t('answer-within')}
              hint={t('answer-within-hint')}
              initial={String(question?.within ?? 0)}
              decimals
              optional
            />
          </>
        )}
        {!['text', 'file'].includes(kind) && (
          <TextareaField
            name="explanation"
            label={t('explanation')}
            hint={sourceHint(editing, question?.explanation ?? {}) ?? t('explanation-hint')}
            initial={question?.explanation[writing]}
            lang={writing}
            rows={3}
            optional
          />
        )}
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </>
  );
}

interface ChoicesProps {
  readonly editing: Editing;
  readonly question: QuestionItem | undefined;
  readonly isSource: boolean;
  readonly kind: 'single' | 'multiple';
}

function Choices({ editing, question, isSource, kind }: ChoicesProps) {
  const t = words(editing.language);
  const shown = isSource ? places : places.slice(0, question?.choices.length ?? 0);
  return (
    <>
      {shown.map((place, index) => {
        const choice = question?.choices[index];
        return (
          <TextField
            key={place}
            name={`choice${place}`}
            label={t('choice-n', { n: index + 1 })}
            hint={sourceHint(editing, choice?.text ?? {})}
            initial={choice?.text[editing.writing]}
            lang={editing.writing}
            optional={index > 1 || !isSource}
          />
        );
      })}
      {isSource && (
        <CheckboxesField
          name="right"
          label={t(kind === 'single' ? 'which-right-one' : 'which-right')}
          choices={places.map((place, index) => ({ value: place, label: t('choice-n', { n: index + 1 }) }))}
          initial={question?.choices.flatMap(({ right }, index) => (right ? [String(index + 1)] : []))}
        />
      )}
    </>
  );
}
