import { type CalendarDate, type PartialDate, parsePartialDate } from '../../../kernel/calendar-date.ts';
import { isUuid } from '../../../kernel/id.ts';
import { isCurrency, type Money, parseMoney } from '../../../kernel/money.ts';
import { because, type Problem, type Reason, type SentenceValues } from '../../../kernel/refusal.ts';
import {
  type ClaimKind,
  countUnits,
  isClaimKind,
  kindRules,
  type Objective,
  type SubjectKind,
} from './claim-kinds.ts';
import { type Entry, type Evidence, type Measure, qualifiers, visibilities } from './entry.ts';
import { entryProblems, evidenceProblems } from './entry-problems.ts';

/** What a form about a claim sent, by field name. */
export type Said = Readonly<Record<string, string | undefined>>;

/** A claim as typed: its subject is named, not yet looked up. */
export interface TypedClaim {
  readonly entry: Entry;
  readonly evidence: readonly Evidence[];
}

export const evidencePieces = 3;

type Wrong = (field: string, key: Reason['key'], values?: SentenceValues) => void;

/** All problems at once; with none, the claim. @param today in UTC */
export function readClaim(said: Said, today: CalendarDate): { claim: TypedClaim; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong: Wrong = (field, key, values) => void problems.push({ field, reason: because(key, values) });
  const kindSaid = said['kind'] ?? '';
  const kind: ClaimKind = isClaimKind(kindSaid) ? kindSaid : 'city-engaged';
  if (!isClaimKind(kindSaid)) wrong('kind', 'platform:choose-one');
  const objective = Number(said['objective'] ?? kindRules[kind].objective);
  if (![1, 2, 3, 4].includes(objective)) wrong('objective', 'platform:choose-one');
  const entry: Entry = {
    kind,
    subject: readSubject(said, kind, wrong),
    objective: objective as Objective,
    ...readMeasure(said, wrong),
  };
  const evidence = readEvidence(said, wrong);
  return { claim: { entry, evidence }, problems: withRules(problems, entry, evidence, today) };
}

/** The same for a correction: the kind, subject and objective stay. */
export function readCorrection(
  said: Said,
  before: Entry,
  today: CalendarDate,
): { says: Measure; evidence: Evidence[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong: Wrong = (field, key, values) => void problems.push({ field, reason: because(key, values) });
  const says = readMeasure(said, wrong);
  const evidence = readEvidence(said, wrong);
  return { says, evidence, problems: withRules(problems, { ...before, ...says }, evidence, today) };
}

/** What could not be read is one problem; the rules speak of the other fields. */
function withRules(
  problems: readonly Problem[],
  entry: Entry,
  evidence: readonly Evidence[],
  today: CalendarDate,
): Problem[] {
  const known = new Set(problems.map(({ field }) => field));
  const found = [...entryProblems(entry, today), ...evidenceProblems(evidence)];
  return [...problems, ...found.filter(({ field }) => !known.has(field))];
}

function readSubject(said: Said, kind: ClaimKind, wrong: Wrong): Entry['subject'] {
  const { subjects } = kindRules[kind];
  const wished = said['subjectKind'];
  const subjectKind = subjects.find((one) => one === wished) ?? (wished ? undefined : subjects[0]);
  if (!subjectKind) wrong('subjectKind', 'impact:other-subject');
  const chosen: SubjectKind = subjectKind ?? 'record';
  if (chosen === 'city') {
    const city = said['city'] ?? '';
    return { kind: 'city', id: city, name: city, cityId: isUuid(city) ? city : null };
  }
  const name = (said['subjectName'] ?? '').trim();
  if (name === '') wrong('subjectName', 'platform:needed');
  if (name.length > 200) wrong('subjectName', 'platform:too-long', { max: 200 });
  return { kind: chosen, id: name, name, cityId: null };
}

function readMeasure(said: Said, wrong: Wrong): Measure {
  const statement = (said['statement'] ?? '').trim();
  if (statement === '') wrong('statement', 'platform:needed');
  if (statement.length > 600) wrong('statement', 'platform:too-long', { max: 600 });
  const visibility = visibilities.find((one) => one === (said['visibility'] ?? 'public'));
  if (!visibility) wrong('visibility', 'platform:choose-one');
  const qualifier = qualifiers.find((one) => one === (said['qualifier'] || 'exactly'));
  if (!qualifier) wrong('qualifier', 'platform:choose-one');
  return {
    on: readDate(said['on'], 'on', wrong) ?? { date: '1000-01-01' as CalendarDate, precision: 'day' },
    amount: readMoney(said['amount'], said['amountCurrency'], 'amount', wrong),
    usd: readUsd(said, wrong),
    count: readCount(said, wrong),
    qualifier: qualifier ?? 'exactly',
    statement,
    visibility: visibility ?? 'staff',
  };
}

function readDate(text: string | undefined, field: string, wrong: Wrong): PartialDate | null {
  const said = (text ?? '').trim();
  const date = said === '' ? undefined : parsePartialDate(said);
  if (!date) wrong(field, said === '' ? 'platform:needed' : 'platform:not-a-date');
  return date ?? null;
}

function readMoney(
  text: string | undefined,
  code: string | undefined,
  field: string,
  wrong: Wrong,
): Money | null {
  const said = (text ?? '').trim();
  if (said === '') return null;
  const currency = (code ?? '').trim().toUpperCase();
  if (!isCurrency(currency)) {
    wrong(field === 'amount' ? 'amountCurrency' : field, 'platform:not-a-currency');
    return null;
  }
  const money = parseMoney(said, currency);
  if (!money) wrong(field, 'platform:not-an-amount');
  return money ?? null;
}

function readUsd(said: Said, wrong: Wrong): Entry['usd'] {
  const money = readMoney(said['usd'], 'USD', 'usd', wrong);
  return money && { amountMinor: money.amountMinor, source: (said['usdSource'] ?? '').trim() };
}

function readCount(said: Said, wrong: Wrong): Entry['count'] {
  const text = (said['count'] ?? '').trim();
  if (text === '') return null;
  const plain = text.replaceAll(/[\s,.](?=\d{3}(?:\D|$))/g, '');
  const unit = countUnits.find((one) => one === (said['countUnit'] ?? ''));
  if (!unit) wrong('countUnit', 'platform:choose-one');
  if (!/^-?\d{1,15}$/.test(plain)) {
    wrong('count', 'platform:not-a-number');
    return null;
  }
  return { value: BigInt(plain), unit: unit ?? 'people' };
}

function readEvidence(said: Said, wrong: Wrong): Evidence[] {
  return Array.from({ length: evidencePieces }, (_, index) => index + 1).flatMap((n) => {
    const field = (name: string) => (said[`evidence${name}${n}`] ?? '').trim();
    const [title, address, source, day] = ['Title', 'Address', 'Source', 'Date'].map(field);
    if (!title && !address && !source && !day) return [];
    if (!title) wrong(`evidenceTitle${n}`, 'platform:needed');
    if ((title ?? '').length > 300) wrong(`evidenceTitle${n}`, 'platform:too-long', { max: 300 });
    if (address && !/^https?:\/\/[^\s/]+\.\S+$/.test(address))
      wrong(`evidenceAddress${n}`, 'platform:not-an-address');
    const on = day ? readDate(day, `evidenceDate${n}`, wrong) : null;
    return [{ title: title ?? '', address: address || null, source: source || null, fileSha256: null, on }];
  });
}
