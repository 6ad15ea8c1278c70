import type { Language } from '../../../kernel/language.ts';
import type { SomeText } from './some-text.ts';

/** A file of a course: kept once in the file store, by its hash. */
export interface CourseFile {
  readonly sha256: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
}

export interface TextItem {
  readonly id: string;
  readonly kind: 'text';
  /** In the platform's Markdown. */
  readonly body: SomeText;
}

/** A picture stands in the text; any other file is a download. `body` is what the picture shows or the file is. */
export interface FileItem {
  readonly id: string;
  readonly kind: 'file';
  readonly body: SomeText;
  readonly file: CourseFile;
}

export interface Choice {
  readonly id: string;
  readonly text: SomeText;
  readonly right: boolean;
}

export interface QuestionItem {
  readonly id: string;
  readonly kind: 'question';
  readonly form: 'single' | 'multiple' | 'number';
  /** The question. */
  readonly body: SomeText;
  readonly choices: readonly Choice[];
  /** Of a number: what is right, and how far off is right as well. */
  readonly answer: number | null;
  readonly within: number;
  readonly explanation: SomeText;
}

export type Item = TextItem | FileItem | QuestionItem;

export interface Module {
  readonly id: string;
  readonly title: SomeText;
  readonly items: readonly Item[];
}

/** A course whole, as a draft or as published. */
export interface Content {
  readonly sourceLanguage: Language;
  /** In which it is offered, the source first. */
  readonly languages: readonly Language[];
  readonly title: SomeText;
  readonly summary: SomeText;
  /** Of a city's record. */
  readonly topics: readonly string[];
  readonly minutes: number;
  /** Share of a module's questions to be right. */
  readonly passPercent: number;
  readonly certifies: boolean;
  readonly modules: readonly Module[];
}

export function questionsOf(module: Module): QuestionItem[] {
  return module.items.filter((item) => item.kind === 'question');
}

export function isPicture(file: Pick<CourseFile, 'kind'>): boolean {
  return ['png', 'jpg', 'webp'].includes(file.kind);
}
