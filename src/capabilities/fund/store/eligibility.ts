import type { Reader } from '../../../platform/database/atomically.ts';
import { type DonorAnswer, mayDonorFund, type ProjectAsked } from '../rules/donor.ts';
import { type Eligibility, judgeEligibility } from '../rules/eligibility.ts';
import type { CityFacts } from '../rules/eligibility-rule.ts';
import { cityFacts } from './city-facts.ts';
import { donorsOf } from './donors.ts';
import { findKeptWindow } from './kept-windows.ts';

/** What the window's rules say of the city, with reasons; undefined when there is no such window or city. What staff found is in `screeningOf`. */
export async function eligibilityOf(
  reader: Reader,
  windowId: string,
  cityId: string,
): Promise<(Eligibility & { readonly facts: CityFacts }) | undefined> {
  const window = await findKeptWindow(reader, windowId);
  if (!window) return undefined;
  const [facts] = await cityFacts(reader, window.id, [cityId]);
  return facts && { ...judgeEligibility(window.rules, facts), facts };
}

/** Of each donor of the window, whether its own restrictions allow its money to go to the city, and what stands against it. */
export async function whichDonorsMayFund(
  reader: Reader,
  windowId: string,
  cityId: string,
  project: ProjectAsked = {},
): Promise<DonorAnswer[]> {
  const donors = await donorsOf(reader, windowId);
  const [facts] = await cityFacts(reader, windowId, [cityId]);
  return facts ? donors.map((donor) => mayDonorFund(donor, facts, project)) : [];
}
