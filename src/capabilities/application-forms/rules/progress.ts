import { visibleQuestions } from './condition.ts';
import type { Answers, FormBody, Section } from './form.ts';
import { isAnswered } from './questions.ts';

export interface SectionProgress {
  readonly section: Section;
  /** Questions shown that need an answer, and how many of them have one. */
  readonly needed: number;
  readonly answered: number;
  /** Shown at all: a section whose questions all stand under conditions may be skipped. */
  readonly shown: number;
}

/** Answered of needed, section by section; whether the answers are right is `checkAnswers`'s to say. */
export function progressOf(form: FormBody, answers: Answers): SectionProgress[] {
  const shown = new Set(visibleQuestions(form, answers).map(({ key }) => key));
  return form.sections.map((section) => {
    const questions = section.questions.filter(({ key }) => shown.has(key));
    const needed = questions.filter((question) => question.needed);
    return {
      section,
      needed: needed.length,
      answered: needed.filter(({ key }) => isAnswered(answers[key])).length,
      shown: questions.length,
    };
  });
}
