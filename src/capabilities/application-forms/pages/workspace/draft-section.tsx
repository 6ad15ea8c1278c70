import { ButtonLink } from '../../../../design/button.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { missingIn, missingWords } from '../../rules/check-form.ts';
import type { FormBody, Question, Section } from '../../rules/form.ts';
import { conditionText } from '../condition-text.ts';
import { said } from '../said.ts';
import { draftPath, questionPath, sectionPath } from './paths.ts';

interface DraftSectionProps {
  readonly visit: Visit;
  readonly formId: string;
  readonly draft: FormBody;
  readonly section: Section;
}

export function DraftSection({ visit, formId, draft, section }: DraftSectionProps) {
  const language = useLanguage();
  const t = words(language);
  const title = said(section.title, language) || section.key;
  const at = visit.href(draftPath(formId));
  return (
    <section id={`section-${section.key}`} class="flow">
      <h2>
        <a href={visit.href(sectionPath(formId, section.key))}>{title}</a>{' '}
        <Missing languages={missingIn(section.title)} />
      </h2>
      <PartButtons at={at} part={`section:${section.key}`} name={title} />
      <Table
        caption={title}
        captionHidden
        rows={section.questions}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'question',
            title: t('questions'),
            rowHeader: true,
            cell: (question) => (
              <DraftQuestion visit={visit} formId={formId} draft={draft} question={question} />
            ),
          },
          {
            key: 'order',
            title: t('question-order'),
            cell: ({ key, label }) => (
              <PartButtons at={at} part={`question:${key}`} name={said(label, language) || key} />
            ),
          },
        ]}
        empty={<p class="quiet">{t('section-asks-nothing')}</p>}
      />
      <p>
        <ButtonLink href={`${at}/questions/new?section=${section.key}`}>{t('question-add')}</ButtonLink>
      </p>
    </section>
  );
}

interface DraftQuestionProps extends Omit<DraftSectionProps, 'section'> {
  readonly question: Question;
}

function DraftQuestion({ visit, formId, draft, question }: DraftQuestionProps) {
  const language = useLanguage();
  const t = words(language);
  const label = said(question.label, language) || question.key;
  return (
    <div id={`question-${question.key}`}>
      <a href={visit.href(questionPath(formId, question.key))}>{label}</a>{' '}
      <Missing languages={missingWords(question)} />
      <p class="quiet">
        {t(`kind.${question.kind}`)}
        {question.needed ? '' : ` · ${t('optional')}`}
        {question.knownAs ? ` · ${t('filled-in')}` : ''}
      </p>
      {question.when && (
        <p class="quiet">
          {t('offline.only-when', { condition: conditionText(question.when, draft, language) })}
        </p>
      )}
    </div>
  );
}

/** Languages that still lack words, as a mark. */
function Missing({ languages }: { languages: readonly string[] }) {
  const reader = useLanguage();
  if (languages.length === 0) return null;
  const names = languages.map((one) => languageName(reader, one)).join(', ');
  return <Tag tone="signal">{words(reader)('missing', { languages: names })}</Tag>;
}

interface PartButtonsProps {
  /** The draft's address. */
  readonly at: string;
  /** `section:key` or `question:key`. */
  readonly part: string;
  readonly name: string;
}

/** Each button sends the one form of the page to the address of its act. */
function PartButtons({ at, part, name }: PartButtonsProps) {
  const t = words(useLanguage());
  const acts = [
    ['moves', `${part}:up`, t('move-up'), t('move-up-what', { name })],
    ['moves', `${part}:down`, t('move-down'), t('move-down-what', { name })],
    ['copies', part, t('copy'), t('copy-what', { name })],
    ['removals', part, t('take-out'), t('take-out-what', { name })],
  ] as const;
  return (
    <span class="with-unit">
      {acts.map(([act, value, says, whole]) => (
        <button
          key={value + act}
          type="submit"
          class="button plain"
          formAction={`${at}/${act}`}
          name="part"
          value={value}
          aria-label={whole}
        >
          {says}
        </button>
      ))}
    </span>
  );
}
