import { z } from 'zod';
import { type CalendarDate, parseCalendarDate } from '../../kernel/calendar-date.ts';
import { isUuid } from '../../kernel/id.ts';
import { isCurrency, type Money, parseMoney } from '../../kernel/money.ts';
import type { Reason, SentenceValues } from '../../kernel/refusal.ts';

/** Answers arrive as text, trimmed; `''` means nothing was said. Each field says what is wrong by the key of a sentence. */
const said = z
  .string()
  .default('')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());

type Context = z.core.$RefinementCtx;

export function wrong(
  context: Context,
  key: Reason['key'],
  values?: SentenceValues,
  path: string[] = [],
): never {
  context.addIssue({ code: 'custom', message: key, params: values ?? {}, path });
  return z.NEVER;
}

/** One line or a paragraph that must be there. */
export function text(max = 200) {
  return said.transform((value, context) => {
    if (value === '') return wrong(context, 'platform:needed');
    return value.length > max ? wrong(context, 'platform:too-long', { max }) : value;
  });
}

export function optionalText(max = 200) {
  return said.transform((value, context) => {
    if (value.length > max) return wrong(context, 'platform:too-long', { max });
    return value === '' ? null : value;
  });
}

export function choice<const T extends string>(options: readonly T[]) {
  return said.transform((value, context) =>
    options.includes(value as T) ? (value as T) : wrong(context, 'platform:choose-one'),
  );
}

/** Boxes ticked under one name. */
export function choices<const T extends string>(options: readonly T[]) {
  return said.transform((value) => options.filter((option) => value.split('\n').includes(option)));
}

export function ticked() {
  return said.transform((value) => value !== '');
}

export function date() {
  return said.transform((value, context) => {
    if (value === '') return wrong(context, 'platform:needed');
    return parseCalendarDate(value) ?? wrong(context, 'platform:not-a-date');
  });
}

export function optionalDate() {
  return said.transform((value, context): CalendarDate | null => {
    if (value === '') return null;
    return parseCalendarDate(value) ?? wrong(context, 'platform:not-a-date');
  });
}

/** A whole number; commas, points and spaces between thousands are accepted. */
export function wholeNumber(min = 0) {
  return said.transform((value, context) => {
    if (value === '') return wrong(context, 'platform:needed');
    const plain = value.replaceAll(/[\s,.’'\u00a0\u202f](?=\d{3}(?:\D|$))/g, '');
    if (!/^-?\d{1,15}$/.test(plain)) return wrong(context, 'platform:not-a-number');
    return Number(plain) < min ? wrong(context, 'platform:number-too-small', { min }) : Number(plain);
  });
}

/**
 * For an object schema whose amount stands in one field and currency in another.
 * @returns undefined after noting the problem at the amount or the currency
 */
export function readAmount(
  amount: string,
  code: string,
  context: Context,
  amountField = 'amount',
  currencyField = 'currency',
): Money | undefined {
  const refuse = (key: Reason['key'], field: string) => {
    context.addIssue({ code: 'custom', message: key, path: [field] });
    return undefined;
  };
  if (!isCurrency(code)) return refuse('platform:not-a-currency', currencyField);
  const money = parseMoney(amount, code);
  if (!money) return refuse('platform:not-an-amount', amountField);
  return money.amountMinor > 0n ? money : refuse('platform:amount-not-positive', amountField);
}

/** The id of a record, from a hidden field or a list; whether it exists is the action's to say. */
export function id() {
  return said.transform((value, context) => {
    if (value === '') return wrong(context, 'platform:needed');
    return isUuid(value) ? value : wrong(context, 'platform:unknown-reference');
  });
}

export function optionalId() {
  return said.transform((value, context) => {
    if (value === '') return null;
    return isUuid(value) ? value : wrong(context, 'platform:unknown-reference');
  });
}

/** A strict address: one mailbox, no display name, no quoting, so that nothing can be slipped into a header. */
const mailbox =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

export function isEmail(value: string): boolean {
  return value.length <= 254 && mailbox.test(value);
}

export function email() {
  return said.transform((value, context) => {
    if (value === '') return wrong(context, 'platform:needed');
    return isEmail(value) ? value : wrong(context, 'platform:not-an-email');
  });
}

export function webAddress() {
  return said.transform((value, context) => {
    if (value === '') return wrong(context, 'platform:needed');
    return /^https?:\/\/[^\s/]+\.[^\s]+$/.test(value) && value.length <= 2000
      ? value
      : wrong(context, 'platform:not-an-address');
  });
}

/** The version of the record that the form was opened on. */
export function version() {
  return said.transform((value, context) =>
    /^\d{1,9}$/.test(value) ? Number(value) : wrong(context, 'platform:form-expired'),
  );
}
