export { type CityChoice, type KnownFact, SectionFields } from './pages/fields/section-fields.tsx';
export { loadExampleForms } from './examples/load-example-forms.ts';
export { htmlFile } from './pages/offline/html-file.tsx';
export type { FindFormUses } from './pages/workspace/form-uses.ts';
export { type ReadBack, readBack } from './pages/offline/read-back.ts';
export type { ExportMeta } from './pages/offline/seal.ts';
export { wordFile } from './pages/offline/word.ts';
export { plainAnswer } from './pages/shown/answer-text.tsx';
export { AnswersBeside } from './pages/shown/answers-beside.tsx';
export { AnswersShown } from './pages/shown/answers-shown.tsx';
export { type AnswerProblem, checkAnswers } from './rules/check-answers.ts';
export { visibleQuestions, visibleSection } from './rules/condition.ts';
export { acceptDifferences, type AnswerDifference, differenceOf } from './rules/difference.ts';
export type {
  Answer,
  Answers,
  BudgetLine,
  Condition,
  FileNamed,
  FormBody,
  FormVersion,
  IndicatorRow,
  Question,
  Section,
} from './rules/form.ts';
export { parsePosted, type Posted, postedOf } from './rules/posted.ts';
export { progressOf, type SectionProgress } from './rules/progress.ts';
export { findQuestion, questionsOf } from './rules/questions.ts';
export type { PublishedForm } from './rules/stored-form.ts';
export type { WindowTerms } from './rules/window-terms.ts';
export { findFormVersion, listPublishedForms } from './store/versions.ts';
export { fillTrial } from './trial.ts';
