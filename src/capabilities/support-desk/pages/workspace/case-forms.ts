import type { Language } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { CaseRecord } from './case-record.ts';

export type SentForm = 'reply' | 'note' | 'move' | 'verification' | 'admission';

export interface CasePageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly record: CaseRecord;
  readonly form: FormState;
  /** The form that was sent and has problems, or that a template fills. */
  readonly sent: SentForm | undefined;
  readonly mayWork: boolean;
}

/** A form of this page: its problems and answers when it was the one sent. */
export function formOf({ form, sent }: CasePageProps, name: SentForm) {
  const mine = sent === name;
  const suffix = name.slice(0, 2);
  return {
    id: name,
    aside: !mine,
    problems: mine ? form.problems : [],
    answers: mine ? form.answers : {},
    idempotencyKey: `${form.idempotencyKey}-${suffix}`,
  };
}

/** The version to act on: what the reader has now seen, also after somebody else was first. */
export function versionOf({ record, form }: CasePageProps): number {
  return form.stale?.version ?? record.shown.version;
}
