import { PageHead } from '../../../../design/page-head.tsx';
import { Prose } from '../../../../design/layout.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import { type FileItem, type QuestionItem, questionsOf } from '../../rules/content.ts';
import type { OfferedCourse } from '../../store/courses.ts';
import { type ItemFrame, ItemView, rightAnswer } from '../item-view.tsx';
import { Said, SaidText } from '../said.tsx';

interface WholeCourseProps {
  readonly language: Language;
  readonly course: OfferedCourse;
  readonly fileAddress: (item: FileItem) => string;
}

/** The whole course on one page for paper: modules in order, room to answer, all answers at the end. */
export function WholeCourse({ language, course, fileAddress }: WholeCourseProps) {
  const t = words(language);
  const { content } = course;
  const frame: ItemFrame = { language, content, fileAddress };
  const source = content.sourceLanguage;
  const asked = content.modules.filter((module) => questionsOf(module).length > 0);
  return (
    <>
      <PageHead
        kind={t('course')}
        title={<Said of={content.title} language={language} source={source} />}
        lead={<Said of={content.summary} language={language} source={source} />}
        facts={[{ label: t('version'), value: course.number }]}
      />
      {content.modules.map((module, index) => (
        <section key={module.id}>
          <h2>
            {index + 1}. <Said of={module.title} language={language} source={source} />
          </h2>
          <Prose>
            {module.items.map((item) =>
              item.kind === 'question' ? null : <ItemView key={item.id} item={item} {...frame} />,
            )}
          </Prose>
          <Questions {...frame} questions={questionsOf(module)} />
        </section>
      ))}
      {asked.length > 0 && (
        <section>
          <h2>{t('answers')}</h2>
          {asked.map((module) => (
            <>
              <h3>
                <Said of={module.title} language={language} source={source} />
              </h3>
              <Answers {...frame} questions={questionsOf(module)} />
            </>
          ))}
        </section>
      )}
    </>
  );
}

type QuestionsProps = ItemFrame & { readonly questions: readonly QuestionItem[] };

/** Questions with their choices, to be ticked with a pen. */
export function Questions({ language, content, questions }: QuestionsProps) {
  const t = words(language);
  const source = content.sourceLanguage;
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{t('check-yourself')}</h3>
      <ol class="prose">
        {questions.map((question) => (
          <li key={question.id}>
            <p>
              <Said of={question.body} language={language} source={source} />{' '}
              {question.form === 'multiple' && <span class="quiet">{t('choose-all')}</span>}
            </p>
            {question.form === 'number' ? (
              <p>____________</p>
            ) : (
              <ul>
                {question.choices.map((choice) => (
                  <li key={choice.id}>
                    <Said of={choice.text} language={language} source={source} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What is right, and why. */
export function Answers({ language, content, questions }: QuestionsProps) {
  const source = content.sourceLanguage;
  return (
    <ol class="prose">
      {questions.map((question) => (
        <li key={question.id}>
          <p>
            <strong>{rightAnswer(question, language, source)}</strong>
          </p>
          <SaidText of={question.explanation} language={language} source={source} level={4} />
        </li>
      ))}
    </ol>
  );
}
