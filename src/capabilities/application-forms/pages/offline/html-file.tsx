import { createHash } from 'node:crypto';
import { render } from 'preact-render-to-string';
import { FormContext } from '../../../../design/form/form-context.ts';
import { LanguageContext } from '../../../../design/language-context.ts';
import { directionOf, type Language } from '../../../../kernel/language.ts';
import { formatInstant } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Answers, FormVersion, Question } from '../../rules/form.ts';
import { conditionText } from '../condition-text.ts';
import { QuestionField } from '../fields/question-field.tsx';
import { said } from '../said.ts';
import { carriedScript } from './html-script.ts';
import { carriedStyle } from './html-style.ts';
import { type ExportMeta, headerOf, sealed } from './seal.ts';

const scriptHash = createHash('sha256').update(carriedScript).digest('base64');
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; form-action 'none'`;

/**
 * The form with its answers as one HTML file that works from a disk without a connection. Its own script saves the answers
 * into a new file of the same kind, for `readBack`; without script it can be printed.
 */
export function htmlFile(form: FormVersion, answers: Answers, language: Language, meta: ExportMeta): string {
  const body = render(
    <LanguageContext.Provider value={language}>
      <FormContext.Provider value={{ id: 'f', problems: [], answers: {} }}>
        <Carried form={form} answers={answers} language={language} meta={meta} />
      </FormContext.Provider>
    </LanguageContext.Provider>,
  );
  const head = render(
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="mmc-form" content={sealed(headerOf(form, language, meta), meta.key)} />
      <title>{said(form.title, language)}</title>
    </>,
  );
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head>${head}<style>${carriedStyle}</style></head>
<body>${body}<script>${carriedScript}</script></body></html>
`;
}

interface CarriedProps {
  readonly form: FormVersion;
  readonly answers: Answers;
  readonly language: Language;
  readonly meta: ExportMeta;
}

function Carried({ form, answers, language, meta }: CarriedProps) {
  const t = words(language);
  return (
    <main>
      <h1>{said(form.title, language)}</h1>
      {meta.heading && (
        <p>
          <strong>{meta.heading}</strong>
        </p>
      )}
      <p>{t('offline.html-lead')}</p>
      <noscript>
        <p class="error">{t('offline.no-script')}</p>
      </noscript>
      <p class="quiet">
        {t('offline.made', { at: formatInstant(language, meta.exportedAt), version: form.version })}
      </p>
      <form novalidate data-saved={t('offline.saved')} data-unsaved={t('offline.unsaved')}>
        {form.sections.map((section) => (
          <section key={section.key}>
            <h2>{said(section.title, language)}</h2>
            {section.lead && <p>{said(section.lead, language)}</p>}
            {section.questions.map((question) => (
              <div key={question.key}>
                <Condition question={question} form={form} language={language} />
                <QuestionField
                  question={question}
                  answer={answers[question.key]?.kind === question.kind ? answers[question.key] : undefined}
                  context={{ language, terms: meta.terms, citySearchAction: '', offline: true }}
                />
              </div>
            ))}
          </section>
        ))}
        <p>
          <button type="button" id="save" class="button main" hidden>
            {t('offline.save')}
          </button>
        </p>
        <p id="state" role="status" />
      </form>
    </main>
  );
}

/** Nothing is hidden in a carried form: it says when a question is asked. */
function Condition({
  question,
  form,
  language,
}: {
  question: Question;
  form: FormVersion;
  language: Language;
}) {
  if (!question.when) return null;
  const condition = conditionText(question.when, form, language);
  return <p class="quiet">{words(language)('offline.only-when', { condition })}</p>;
}
