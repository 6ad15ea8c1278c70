import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import type { FormShelf, QuestionToRead } from '../form-shelf.ts';

/** A form as anybody may read it before starting: every question with its help and limit. */
export const showForm =
  (shelf: FormShelf) =>
  async (visit: Visit): Promise<Response> => {
    const { language, world } = visit;
    const t = words(language);
    const id = visit.param('form');
    const form = isUuid(id) ? await shelf.find(world.publicDb, id) : undefined;
    if (!form) throw notFound();
    const title = form.title[language];
    const body = (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/fund'), label: t('fund') }]} />
        <PageHead
          kind={t('form-version', { title: t('form'), version: form.version })}
          title={title}
          lead={t('form-to-read')}
        />
        {form.sections.map((section) => (
          <section key={section.key}>
            <h2>{section.title[language]}</h2>
            {section.lead && <p>{section.lead[language]}</p>}
            <ol>
              {section.questions.map((question) => (
                <li key={question.key}>
                  <Asked {...{ language, question }} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </>
    );
    return visit.show({ title, body, cacheSeconds: 60 });
  };

function Asked({ language, question }: { language: Language; question: QuestionToRead }) {
  const t = words(language);
  const { label, help, maxWords, choices, needed } = question;
  const notes = [
    needed ? undefined : t('may-be-left-out'),
    question.when === undefined ? undefined : t('asked-of-some'),
    maxWords === undefined ? undefined : t('words-at-most', { n: maxWords }),
  ].filter(Boolean);
  return (
    <>
      <strong>{label[language]}</strong>
      {notes.length > 0 && <span class="quiet"> {notes.join(' · ')}</span>}
      {help && <p>{help[language]}</p>}
      {choices && choices.length > 0 && (
        <p class="quiet">{choices.map((one) => one.label[language]).join(' · ')}</p>
      )}
    </>
  );
}
