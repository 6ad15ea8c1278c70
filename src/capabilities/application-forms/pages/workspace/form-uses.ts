import type { Visit } from '../../../../platform/http/route.ts';

/** Where a published version is asked: a window's stage, an application. Known by capabilities that know this one. */
export interface FormUse {
  readonly versionId: string;
  /** In the reader's language. */
  readonly name: string;
  readonly href: string;
}

export type FindFormUses = (visit: Visit) => Promise<readonly FormUse[]>;
