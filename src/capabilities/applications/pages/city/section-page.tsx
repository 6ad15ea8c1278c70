import { h } from 'preact';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { FileField } from '../../../../design/form/file-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SaveState } from '../../../../design/form/save-state.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { calendarDate } from '../../../../kernel/calendar-date.ts';
import type { Problem } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import {
  type Answers,
  type CityChoice,
  type KnownFact,
  plainAnswer,
  type Section,
  SectionFields,
} from '../../../application-forms/index.ts';
import type { OpenApplication } from '../../actions/open-application.ts';
import type { Conflict } from '../../actions/save-answers.ts';
import { whyNotWrite } from '../../permissions.ts';
import { words } from '../../messages/index.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { largestFileBytes } from '../../rules/upload.ts';
import { ConflictTexts } from './conflict-texts.tsx';
import type { Door } from './door.ts';
import { SectionSteps } from './section-steps.tsx';
import { saverWords } from './saver-words.ts';

interface SectionPageProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly open: OpenApplication;
  readonly section: Section;
  readonly answers: Answers;
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
  readonly cities: Readonly<Record<string, CityChoice>>;
  readonly idempotencyKey: string;
}

/** One page per section. Without a script it is a form; with one, each field is saved as it is left. */
export function SectionPage(props: SectionPageProps) {
  const { visit, door, open, section, answers } = props;
  const t = words(visit.language);
  const action = visit.href(`${door.base}/sections/${section.key}`);
  const why = whyNotWrite(open.part, open.role);
  const hasFiles = section.questions.some(({ kind }) => kind === 'file');
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(door.base), label: open.window.name[visit.language] }]} />
      <PageHead
        kind={t('section-of', { n: place(open, section), all: open.form.sections.length })}
        title={section.title[visit.language]}
        lead={section.lead?.[visit.language]}
      />
      {why && <Notice tone="signal">{explain(visit.language, why)}</Notice>}
      {visit.query('saved') && (
        <Notice tone="done" live>
          {t('saved-section')}
        </Notice>
      )}
      <ConflictTexts conflicts={props.conflicts} form={open.form} />
      {h(
        'answer-saver',
        { ...saverWords(visit.language, `${action}/fields`, visit.href(`${door.base}/uploads`)) },
        <Form
          action={action}
          problems={props.problems}
          idempotencyKey={props.idempotencyKey}
          files={hasFiles}
        >
          {section.questions.map(({ key }) => (
            <input key={key} type="hidden" name={`seen:${key}`} value={seen(props, key)} />
          ))}
          <SectionFields
            section={section}
            answers={answers}
            language={open.application.language}
            terms={open.window}
            known={knownIn(visit, open, section)}
            cities={props.cities}
            citySearchAction={`${action}/city-search`}
            more={visit.query('more')}
            fileControls={(question) => (
              <FileField
                name={`${question.key}.upload`}
                label={t('add-a-file')}
                hint={t('file-limit', { megabytes: largestFileBytes / 1_000_000 })}
                accept={question.accepts.map((kind) => `.${kind}`).join(',')}
                optional
              />
            )}
          />
          <SaveState savedAt={open.part.savedAt ?? undefined} />
          {!why && (
            <p>
              <SubmitButton name="go" value="on">
                {t('save-and-go-on')}
              </SubmitButton>{' '}
              <SubmitButton look="plain" name="go" value="stay">
                {t('save')}
              </SubmitButton>
            </p>
          )}
        </Form>,
      )}
      <SectionSteps visit={visit} door={door} open={open} at={section.key} />
    </>
  );
}

/** Saving again after both texts were shown is a choice: the form then carries the other's version. */
function seen({ open, conflicts }: SectionPageProps, key: string): number {
  const conflict = conflicts.find(({ questionKey }) => questionKey === key);
  return conflict?.theirs.version ?? open.current.get(key)?.version ?? 0;
}

function place({ form }: OpenApplication, { key }: Section): number {
  return form.sections.findIndex((section) => section.key === key) + 1;
}

/** What arrived filled in, with the day and source it came from. */
function knownIn(visit: Visit, open: OpenApplication, section: Section): Record<string, KnownFact> {
  return Object.fromEntries(
    section.questions.flatMap((question) => {
      const now = open.current.get(question.key);
      if (now?.origin !== 'known' || !now.value || !now.source?.asOf) return [];
      const fact: KnownFact = {
        confirmedOn: calendarDate(now.source.asOf),
        text: plainAnswer(question, now.value, visit.language),
        ...(now.source.source ? { source: now.source.source } : {}),
      };
      return [[question.key, fact]];
    }),
  );
}
