import { z } from 'zod';
import type { LocalText } from '../../../../kernel/local-text.ts';
import {
  optionalDate,
  optionalId,
  optionalText,
  readAmount,
  text,
} from '../../../../platform/forms/fields.ts';
import type { WindowDonor } from '../../rules/donor.ts';
import { boxes, countries, optionalPercent } from './figures-typed.ts';

/** A donor of a window: from the register, or named by hand; the empty restriction restricts nothing. */
export const donorAnswers = z
  .object({
    organisation: optionalId(),
    name: optionalText(200),
    amount: text(30),
    amountCurrency: text(3),
    countries: countries(),
    incomeList: optionalText(80),
    incomeGroups: boxes(/^(LIC|LMC|UMC|HIC)$/),
    regions: boxes(/^\d{3}$/),
    themes: boxes(/^[a-z-]{1,40}$/),
    spendFrom: optionalDate(),
    spendUntil: optionalDate(),
    overheadCap: optionalPercent(),
  })
  .transform(({ amount, amountCurrency, ...rest }, context) => {
    const add = (path: string, message: string) =>
      context.addIssue({ code: 'custom', message, path: [path] });
    const money = readAmount(amount, amountCurrency, context);
    if (rest.organisation === null && rest.name === null) add('name', 'fund:name-the-donor');
    if (rest.incomeGroups.length > 0 && rest.incomeList === null) add('incomeList', 'fund:which-list');
    if (rest.spendFrom && rest.spendUntil && rest.spendUntil < rest.spendFrom)
      add('spendUntil', 'fund:ends-before-it-begins');
    return money ? { ...rest, amount: money } : z.NEVER;
  });

export function donorFrom(
  id: string,
  said: z.infer<typeof donorAnswers>,
  known: { readonly name: LocalText } | undefined,
): WindowDonor {
  const typed = said.name ?? '';
  return {
    id,
    organisationId: said.organisation,
    // Names of organisations are as their owners write them, in every language.
    name: known?.name ?? { en: typed, fr: typed, es: typed, pt: typed, ar: typed },
    amount: said.amount,
    restrictions: {
      countries: said.countries,
      incomeGroups: said.incomeGroups,
      incomeList: said.incomeGroups.length > 0 ? said.incomeList : null,
      regions: said.regions,
      themes: said.themes,
      spendFrom: said.spendFrom,
      spendUntil: said.spendUntil,
      overheadCapBasisPoints: said.overheadCap,
    },
  };
}
