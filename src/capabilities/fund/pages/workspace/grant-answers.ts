import { z } from 'zod';
import { parsePartialDate } from '../../../../kernel/calendar-date.ts';
import type { LocalText } from '../../../../kernel/local-text.ts';
import {
  choice,
  readAmount,
  text,
  ticked,
  version,
  webAddress,
  wholeNumber,
  wrong,
} from '../../../../platform/forms/fields.ts';
import { qualifiers, resultUnits } from '../../rules/grant.ts';

const source = {
  sourceAddress: webAddress(),
  sourceTitle: text(300),
  sourcePublisher: text(200),
};

export const amountAnswers = z
  .object({ amount: text(30), amountCurrency: text(3), reason: text(500), version: version(), ...source })
  .transform(({ amount, amountCurrency, ...rest }, context) => {
    const money = readAmount(amount, amountCurrency, context, 'amount', 'amountCurrency');
    return money ? { amount: money, ...rest } : z.NEVER;
  });

/** What was counted is said in the words of whoever records it, and shown so in every language. */
function inOwnWords() {
  return text(300).transform((said): LocalText => ({ en: said, fr: said, es: said, pt: said, ar: said }));
}

export const resultAnswers = z.object({
  value: wholeNumber(),
  unit: choice(resultUnits),
  qualifier: choice(qualifiers),
  isTarget: ticked(),
  date: text(10).transform(
    (said, context) => parsePartialDate(said) ?? wrong(context, 'fund:not-a-partial-date'),
  ),
  what: inOwnWords(),
  version: version(),
  ...source,
});
