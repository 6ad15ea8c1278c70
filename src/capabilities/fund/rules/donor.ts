import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import type { Money } from '../../../kernel/money.ts';
import { type Finding, judgeEligibility } from './eligibility.ts';
import type { CityFacts, EligibilityRule } from './eligibility-rule.ts';

/** Who pays into a window, how much, and on which conditions. */
export interface WindowDonor {
  readonly id: string;
  /** In the register of organisations, where it stands there. */
  readonly organisationId: string | null;
  readonly name: LocalText;
  readonly amount: Money;
  readonly restrictions: DonorRestrictions;
}

/** An empty list, and null, restrict nothing. */
export interface DonorRestrictions {
  /** ISO 3166 alpha-2. */
  readonly countries: readonly string[];
  readonly incomeGroups: readonly string[];
  /** The list by which income groups are read. */
  readonly incomeList: string | null;
  /** UN M49 codes. */
  readonly regions: readonly string[];
  /** Topics, as a city's record names them; the project must have one. */
  readonly themes: readonly string[];
  readonly spendFrom: CalendarDate | null;
  readonly spendUntil: CalendarDate | null;
  /** Hundredths of a per cent. */
  readonly overheadCapBasisPoints: number | null;
}

/** What is known of the project itself; what is absent is not asked. */
export interface ProjectAsked {
  readonly themes?: readonly string[];
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
  readonly overheadBasisPoints?: number;
}

export type ProjectObstacle = 'themes' | 'period' | 'overhead';

export interface DonorAnswer {
  readonly donor: WindowDonor;
  /** `needs-a-look` where a list says nothing of the city's country. */
  readonly may: 'yes' | 'no' | 'needs-a-look';
  readonly findings: readonly Finding[];
  readonly obstacles: readonly ProjectObstacle[];
}

/** The M49 list under which donors' regions are read. */
export const regionList = 'un-m49-2026';

/** A donor's conditions on the city, as rules like a window's own. */
export function rulesOfDonor({ restrictions }: Pick<WindowDonor, 'restrictions'>): EligibilityRule[] {
  const { countries, incomeGroups, incomeList, regions } = restrictions;
  const rules: EligibilityRule[] = [];
  if (countries.length > 0)
    rules.push({ key: 'countries', weight: 'critical', test: { kind: 'countries', countries } });
  if (incomeGroups.length > 0 && incomeList)
    rules.push({
      key: 'income-groups',
      weight: 'critical',
      test: { kind: 'income-groups', list: incomeList, groups: incomeGroups },
    });
  if (regions.length > 0)
    rules.push({ key: 'regions', weight: 'critical', test: { kind: 'regions', list: regionList, regions } });
  return rules;
}

/** Whether the donor's own conditions allow its money to go to this city and project. */
export function mayDonorFund(donor: WindowDonor, city: CityFacts, project: ProjectAsked = {}): DonorAnswer {
  const { verdict, findings } = judgeEligibility(rulesOfDonor(donor), city);
  const obstacles = obstaclesOf(donor.restrictions, project);
  const may =
    verdict === 'not-eligible' || obstacles.length > 0
      ? 'no'
      : verdict === 'needs-a-look'
        ? 'needs-a-look'
        : 'yes';
  return { donor, may, findings, obstacles };
}

function obstaclesOf(restrictions: DonorRestrictions, project: ProjectAsked): ProjectObstacle[] {
  const { themes, spendFrom, spendUntil, overheadCapBasisPoints: cap } = restrictions;
  const found: ProjectObstacle[] = [];
  if (themes.length > 0 && project.themes && !project.themes.some((theme) => themes.includes(theme)))
    found.push('themes');
  // Some of the project must lie inside the period in which the donor's money may be spent.
  if (
    (spendFrom && project.until && project.until < spendFrom) ||
    (spendUntil && project.from && project.from > spendUntil)
  )
    found.push('period');
  if (cap !== null && project.overheadBasisPoints !== undefined && project.overheadBasisPoints > cap)
    found.push('overhead');
  return found;
}
