import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { LanguageContext } from '../../../../design/language-context.ts';
import { PhoneWidth } from '../../../../design/layout.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { directionOf, isLanguage, type Language } from '../../../../kernel/language.ts';
import { freshForm, readForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { type AnswerProblem, checkAnswers } from '../../rules/check-answers.ts';
import { visibleSection } from '../../rules/condition.ts';
import type { Answers } from '../../rules/form.ts';
import { parsePosted } from '../../rules/posted.ts';
import { blankAnswers } from '../../rules/questions.ts';
import type { StoredVersion } from '../../rules/stored-form.ts';
import { SectionFields } from '../fields/section-fields.tsx';
import { said } from '../said.ts';
import { openVersion } from './open-form.ts';
import { formPath, formsPath, previewPath } from './paths.ts';
import { PreviewSettings } from './preview-settings.tsx';
import { previewTerms } from './preview-terms.ts';

interface Trying {
  readonly answers: Answers;
  readonly problems: readonly AnswerProblem[];
  readonly tried: boolean;
  readonly more?: string | undefined;
}

export async function showPreview(visit: Visit): Promise<Response> {
  return await previewPage(visit, { answers: blankAnswers(), problems: [], tried: false });
}

/** Tries the form with answers; nothing is kept. */
export async function tryPreview(visit: Visit): Promise<Response> {
  const { version } = await openVersion(visit);
  const { state } = await readForm(visit, z.record(z.string(), z.string().optional()));
  const answers = version.sections.reduce<Answers>(
    (kept, section) => parsePosted(section, state.answers, kept),
    blankAnswers(),
  );
  const more = state.answers['more'];
  const judging = { language: languageIn(visit), window: previewTerms };
  const problems = more ? [] : checkAnswers(version, answers, judging);
  return await previewPage(visit, { answers, problems, tried: more === undefined, more });
}

function languageIn(visit: Visit): Language {
  const wanted = visit.query('in');
  return isLanguage(wanted) ? wanted : visit.language;
}

/** The form as a city sees it, in a language of choice, as wide as a desk or a phone. */
async function previewPage(visit: Visit, trying: Trying): Promise<Response> {
  const { form, version } = await openVersion(visit);
  const t = words(visit.language);
  const shown = languageIn(visit);
  const phone = visit.query('width') === 'phone';
  const path = visit.href(previewPath(form.id, version.version));
  const title = t('preview-of', { title: said(version.title, visit.language), version: version.version });
  const city = (
    <LanguageContext.Provider value={shown}>
      <div lang={shown} dir={directionOf(shown)}>
        <CityView
          visit={visit}
          version={version}
          trying={trying}
          action={`${path}?in=${shown}${phone ? '&width=phone' : ''}`}
        />
      </div>
    </LanguageContext.Provider>
  );
  const body = (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href(formsPath), label: t('forms') },
          { href: visit.href(formPath(form.id)), label: said(version.title, visit.language) || form.slug },
        ]}
      />
      <PageHead title={title} lead={t('preview-lead')} />
      <PreviewSettings path={path} shown={shown} phone={phone} />
      {phone ? <PhoneWidth>{city}</PhoneWidth> : city}
    </>
  );
  return visit.show(
    { title, body, hasProblems: trying.problems.length > 0 },
    trying.problems.length > 0 ? 422 : 200,
  );
}

interface CityViewProps {
  readonly visit: Visit;
  readonly version: StoredVersion;
  readonly trying: Trying;
  readonly action: string;
}

function CityView({ visit, version, trying, action }: CityViewProps) {
  const language = languageIn(visit);
  const t = words(language);
  return (
    <>
      {trying.tried && trying.problems.length === 0 && <Notice live>{t('preview-well')}</Notice>}
      <Form action={action} problems={trying.problems} idempotencyKey={freshForm(visit.world).idempotencyKey}>
        {version.sections.map((section) => (
          <section key={section.key} class="flow">
            <h2>{said(section.title, language)}</h2>
            {section.lead && <p>{said(section.lead, language)}</p>}
            <SectionFields
              section={visibleSection(version, trying.answers, section.key) ?? section}
              answers={trying.answers}
              language={language}
              terms={previewTerms}
              citySearchAction={action}
              more={trying.more}
            />
          </section>
        ))}
        <SubmitButton>{t('preview-check')}</SubmitButton>
      </Form>
    </>
  );
}
