export { fillTrial } from './trial.ts';
export { keepSource } from './actions/keep-source.ts';
export { termImport } from './imports.ts';
export { BesideTranslation } from './pages/beside-translation.tsx';
export type { TranslatedText } from './rules/translated.ts';
export {
  /** Lets a reviewer read the texts of one record. */
  insertReader as letRead,
} from './store/renderings.ts';
export { type SourceText, type Subject, textsOf } from './store/texts.ts';
