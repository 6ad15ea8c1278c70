import type { LocalText } from '../../../kernel/local-text.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

export interface ShelvedForm {
  readonly versionId: string;
  readonly title: LocalText;
  readonly version: number;
}

/** A form as anybody may read it: what is asked, with the help beside it. */
export interface FormToRead {
  readonly title: LocalText;
  readonly version: number;
  readonly sections: readonly {
    readonly key: string;
    readonly title: LocalText;
    readonly lead?: LocalText;
    readonly questions: readonly QuestionToRead[];
  }[];
}

export interface QuestionToRead {
  readonly key: string;
  readonly label: LocalText;
  readonly help?: LocalText;
  readonly needed: boolean;
  readonly when?: unknown;
  readonly maxWords?: number;
  readonly choices?: readonly { readonly key: string; readonly label: LocalText }[];
}

/** Application forms that stages may ask. The fund does not know the forms, so the wiring brings them here. */
export interface FormShelf {
  /** Published versions, the newest of each form. */
  list(reader: Reader): Promise<readonly ShelvedForm[]>;
  find(reader: Reader, versionId: string): Promise<FormToRead | undefined>;
}

/** The page on which a form is read before starting. */
export function formPath(versionId: string): string {
  return `/fund/forms/${versionId}`;
}

/** Nothing to ask: where no forms are kept. */
export const emptyShelf: FormShelf = { list: async () => [], find: async () => undefined };
