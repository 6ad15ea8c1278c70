import { Tag } from '../../../design/tag.tsx';
import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import { type Content, questionsOf } from '../rules/content.ts';
import type { Progress } from '../rules/progress.ts';
import { Said } from './said.tsx';

interface CourseContentsProps {
  readonly language: Language;
  readonly content: Content;
  readonly moduleHref: (place: number) => string;
  readonly progress?: Progress;
}

/** The modules in their order, with what was passed. */
export function CourseContents({ language, content, moduleHref, progress }: CourseContentsProps) {
  const t = words(language);
  return (
    <ol class="tasks">
      {content.modules.map((module, index) => (
        <li key={module.id}>
          <div>
            <a href={moduleHref(index + 1)}>
              {index + 1}. <Said of={module.title} language={language} source={content.sourceLanguage} />
            </a>
            <p class="quiet">{t('n-questions', { n: questionsOf(module).length })}</p>
          </div>
          {progress?.passed.has(module.id) && (
            <p>
              <Tag tone="done">{t('module-passed')}</Tag>
            </p>
          )}
          {progress?.next === module.id && (
            <p>
              <Tag tone="active">{t('module-next')}</Tag>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
