import { type Answer, type Browser, hiddenFields } from './kill-browser.ts';

/** What somebody was told is done. Sending the same fields again must tell them the same. */
export interface Receipt {
  readonly what: 'claim' | 'verification' | 'seat';
  /** Found in the record as well: a claim's statement, the claim verified, a seat's holder. */
  readonly mark: string;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly location: string;
  readonly by: Browser;
}

/** A form was answered, but not with what was asked for. */
export class Unwelcome extends Error {
  readonly answer: Answer;
  constructor(what: string, answer: Answer) {
    const told =
      /class="(?:error-summary|notice)[\s\S]{0,600}/.exec(answer.text)?.[0] ?? answer.text.slice(0, 300);
    super(`${what}: ${answer.status} ${answer.location} after ${answer.tries} tries\n${told}`);
    this.answer = answer;
  }
}

export async function proposeClaim(by: Browser, mark: string, count: number, city: string): Promise<Receipt> {
  const form = await pageOf(by, '/workspace/impact/claims/new?kind=people-reached-directly');
  return await acknowledged(by, 'claim', mark, '/workspace/impact/claims', {
    ...hiddenFields(form),
    kind: 'people-reached-directly',
    subjectKind: 'city',
    city,
    on: '2025-06-01',
    count: String(count),
    countUnit: 'people',
    qualifier: 'exactly',
    statement: mark,
    visibility: 'public',
    evidenceTitle1: `Report on ${mark}`,
    evidenceAddress1: 'https://example.org/report',
  });
}

export async function verifyClaim(by: Browser, claim: Receipt): Promise<Receipt> {
  const page = await pageOf(by, claim.location);
  const path = `${claim.location}/verification`;
  const form = page.split('<form').find((part) => part.includes(`action="${path}"`));
  if (!form) throw new Error(`${claim.location} offers no verification`);
  return await acknowledged(
    by,
    'verification',
    claim.location.split('/').at(-1) ?? '',
    path,
    hiddenFields(form),
  );
}

export async function addSeat(by: Browser, mark: string): Promise<Receipt> {
  const body = '/workspace/governance/bodies/leadership-board/seats';
  const form = await pageOf(by, `${body}/new`);
  return await acknowledged(by, 'seat', mark, body, {
    ...hiddenFields(form),
    city: '',
    personName: mark,
    role: 'member',
    from: '2025-06-01',
    fromCertainty: 'stated',
    lastListed: '',
    sourceAddress: 'https://example.org/minutes',
    sourceTitle: 'Minutes',
    sourcePublisher: 'Example',
  });
}

async function pageOf(by: Browser, path: string): Promise<string> {
  const answer = await by.open(path);
  if (answer.status !== 200) throw new Unwelcome(path, answer);
  return answer.text;
}

async function acknowledged(
  by: Browser,
  what: Receipt['what'],
  mark: string,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Receipt> {
  const answer = await by.send(path, fields);
  if (answer.status !== 303 || !answer.location.startsWith('/workspace/'))
    throw new Unwelcome(`${what} ${mark}`, answer);
  return { what, mark, path, fields, location: answer.location, by };
}
