import type { PartialDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { CitedSource, SaidFigure } from '../../library/index.ts';

/** The city of a meeting or of somebody at it. */
export interface ForumCity {
  readonly id: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string | undefined>>;
  readonly country: string;
  readonly globalSouth: boolean;
}

export const participationRoles = [
  'hosted',
  'spoke-in-plenary',
  'spoke',
  'in-national-delegation',
  'attended',
] as const;
export type ParticipationRole = (typeof participationRoles)[number];

/** A city at a meeting, in the fullest role that a source names. */
export interface Participation {
  readonly id: string;
  readonly city: ForumCity;
  readonly personName: string | null;
  readonly role: ParticipationRole;
  readonly date: PartialDate | null;
  readonly what: LocalText | null;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
  readonly sources: readonly CitedSource[];
}

/** One meeting of a forum. */
export interface Edition {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly mode: 'in-person' | 'virtual' | null;
  readonly city: ForumCity | null;
  readonly country: string | null;
  readonly inferred: boolean;
  readonly remark: LocalText | null;
  readonly participations: readonly Participation[];
  /** What the council said of it in numbers: published, never computed. */
  readonly figures: readonly SaidFigure[];
  readonly sources: readonly CitedSource[];
}

/** An intergovernmental process that meets again and again. */
export interface Forum {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly acronym: string | null;
  readonly convenedBy: LocalText | null;
  readonly everyMonths: number | null;
  readonly address: string | null;
  readonly remark: LocalText | null;
  readonly editions: readonly Edition[];
  readonly sources: readonly CitedSource[];
}

/** Different cities that can be named at any of the meetings. */
export function citiesNamed(editions: readonly Pick<Edition, 'participations'>[]): ForumCity[] {
  const cities = editions.flatMap(({ participations }) => participations.map(({ city }) => city));
  return [...new Map(cities.map((city) => [city.id, city])).values()];
}
