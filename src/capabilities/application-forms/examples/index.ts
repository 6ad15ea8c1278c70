import type { FormBody } from '../rules/form.ts';
import type { Purpose } from '../rules/stored-form.ts';
import { conceptNote } from './concept-note.ts';
import { intake } from './intake.ts';
import { proposal } from './proposal.ts';

export interface ExampleForm extends FormBody {
  readonly slug: string;
  readonly purpose: Purpose;
}

/** Plausible forms, each saying that it is an example; what they ask follows the fund's published criteria. */
export const exampleForms: readonly ExampleForm[] = [intake, conceptNote, proposal];
