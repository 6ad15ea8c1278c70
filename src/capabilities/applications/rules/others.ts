/** The words of forms and windows that an application is made of, from the doors of those who own them. */
export type {
  Answer,
  Answers,
  FileNamed,
  FormVersion,
  Question,
  Section,
} from '../../application-forms/index.ts';
export type { StageKey } from '../../fund/index.ts';
