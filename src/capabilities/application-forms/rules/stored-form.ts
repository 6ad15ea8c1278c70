import type { LocalText } from '../../../kernel/local-text.ts';
import type { FormVersion } from './form.ts';

export const purposes = ['intake', 'concept-note', 'proposal', 'other'] as const;
export type Purpose = (typeof purposes)[number];

/** A form through all its versions. */
export interface Form {
  readonly id: string;
  readonly slug: string;
  readonly purpose: Purpose;
  /** Shipped to show what a form can be; not a form of the council. */
  readonly isExample: boolean;
  readonly retiredAt: Date | null;
  readonly whyRetired: string | null;
}

/** A version as it is kept; a draft's `revision` grows with each edit. */
export interface StoredVersion extends FormVersion {
  readonly stage: 'draft' | 'published';
  readonly revision: number;
  readonly editedAt: Date;
  readonly publishedAt: Date | null;
  /** Null for what ships with the platform. */
  readonly publishedBy: string | null;
}

/** One published version to choose from, for a window's stage. */
export interface PublishedForm {
  readonly versionId: string;
  readonly formId: string;
  readonly version: number;
  readonly title: LocalText;
  readonly purpose: Purpose;
  readonly isExample: boolean;
  readonly publishedAt: Date;
}
