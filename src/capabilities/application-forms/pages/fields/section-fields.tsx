import type { ComponentChildren } from 'preact';
import type { CityOption } from '../../../../design/city-picker.tsx';
import type { CalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Answers, Section } from '../../rules/form.ts';
import type { QuestionOf } from '../../rules/questions.ts';
import type { WindowTerms } from '../../rules/window-terms.ts';
import { QuestionField } from './question-field.tsx';

/** What the city's record already says, to stand beside the question. */
export interface KnownFact {
  readonly confirmedOn: CalendarDate;
  /** Who says so, when it is not the city itself. */
  readonly source?: string | undefined;
  /** The fact in words, in the reader's language. */
  readonly text: string;
}

/** A city question's search, which the caller's page answers: see `CityPicker`. */
export interface CityChoice {
  readonly chosen?: CityOption | undefined;
  readonly found?: readonly CityOption[] | undefined;
}

export interface FieldsContext {
  /** Of the answers: words are counted by its rules. */
  readonly language: Language;
  readonly terms?: WindowTerms | undefined;
  /** By question key: what the city's record says. */
  readonly known?: Readonly<Record<string, KnownFact>> | undefined;
  readonly cities?: Readonly<Record<string, CityChoice>> | undefined;
  /** Where a city question's search button posts the whole section. */
  readonly citySearchAction: string;
  /** The question whose table gets more empty rows: the value of the button `more`, or `?more=`. */
  readonly more?: string | undefined;
  /** In a file carried away: rows are added by its own script, cities and files wait for the platform. */
  readonly offline?: boolean | undefined;
  /** Controls for sending files: attachments are the caller's. Without it files are only listed. */
  readonly fileControls?: ((question: QuestionOf<'file'>) => ComponentChildren) | undefined;
}

interface SectionFieldsProps extends FieldsContext {
  /** With only the questions to be shown: `visibleSection(form, answers, key)`. */
  readonly section: Section;
  readonly answers: Answers;
}

/**
 * The fields of one section, for inside a `<Form problems={checkAnswers(…)}>`. Give the form no `answers`: what was typed,
 * wrong or not, is in `answers` here, and rows are counted anew each time.
 */
export function SectionFields({ section, answers, ...context }: SectionFieldsProps) {
  return (
    <>
      {section.questions.map((question) => (
        <QuestionField
          key={question.key}
          question={question}
          answer={answers[question.key]?.kind === question.kind ? answers[question.key] : undefined}
          context={context}
        />
      ))}
    </>
  );
}
