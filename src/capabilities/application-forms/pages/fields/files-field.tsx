import { FieldGroup } from '../../../../design/form/field.tsx';
import { useField } from '../../../../design/form/form-context.ts';
import { useLanguage } from '../../../../design/language-context.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { asked, OnlineOnly, type QuestionProps } from './asked-question.tsx';

/** Files already sent, each with a box to take it away; how new ones are sent is the caller's. */
export function FilesField({ question, answer, context }: QuestionProps<'file'>) {
  const language = useLanguage();
  const t = words(language);
  const state = useField(question.key);
  const props = asked(question, language, context.known?.[question.key]);
  const files = answer?.files ?? [];
  if (context.offline) return <OnlineOnly question={question} answered={files.length > 0} />;
  return (
    <FieldGroup {...props} state={state}>
      <p class="hint" id={state.id} tabIndex={-1}>
        {t('file-hint', { kinds: question.accepts.join(', ').toUpperCase(), most: question.maxFiles })}
      </p>
      <input type="hidden" name={`${question.key}.drawn`} value="yes" />
      {files.map((file) => (
        <div class="choice" key={file.fileId}>
          <input
            type="checkbox"
            id={`${state.id}-${file.fileId}`}
            name={`${question.key}.${file.fileId}.remove`}
            value="yes"
          />
          <label for={`${state.id}-${file.fileId}`}>
            {t('file-remove', { file: file.name })}{' '}
            <span class="quiet">
              {t('file-size', { kilobytes: formatNumber(language, Math.ceil(file.bytes / 1000)) })}
            </span>
          </label>
        </div>
      ))}
      {context.fileControls?.(question)}
    </FieldGroup>
  );
}
