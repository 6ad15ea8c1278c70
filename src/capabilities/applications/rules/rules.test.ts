import { describe, expect, it } from 'vitest';
import type { Fact } from '../../city-record/index.ts';
import { aForm, answersTo } from '../../application-forms/builders.ts';
import { activeMinutes, quartiles } from './active-minutes.ts';
import type { Participant } from './application.ts';
import { answersHash, canonicalJson } from './canonical.ts';
import { knownAnswer, worthGivingBack } from './known-facts.ts';
import { manifestOf } from './manifest.ts';
import { plainName, whyRenamed, whyTooLarge } from './upload.ts';
import { waitingFor } from './waiting.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, 0) + minute * 60_000);

describe('minutes of work', () => {
  it('are the time between saves; a gap above five minutes is a pause, and each sitting begins with one', () => {
    expect(activeMinutes([])).toBe(0);
    expect(activeMinutes([at(0)])).toBe(1);
    expect(activeMinutes([at(0), at(3), at(8)])).toBe(9);
    expect(activeMinutes([at(8), at(0), at(60), at(62)])).toBe(1 + 1 + 1 + 2);
  });

  it('are told of five applications or of none', () => {
    expect(quartiles([10, 20, 30, 40])).toBeUndefined();
    expect(quartiles([50, 10, 20, 40, 30])).toEqual({ lower: 20, median: 30, upper: 40 });
  });
});

describe('what is committed to', () => {
  const form = aForm();
  const answers = answersTo(form);
  const manifest = (over: object = {}) =>
    manifestOf({ applicationId: 'a', stage: 'proposal', form, answers: { ...answers, ...over } });

  it('is the same for the same answers in any order, and another for any other', () => {
    const turned = Object.fromEntries(Object.entries(answers).toReversed());
    expect(manifestOf({ applicationId: 'a', stage: 'proposal', form, answers: turned })).toBe(manifest());
    expect(manifest({ title: { kind: 'text', text: 'Safe room for newcomers' } })).not.toBe(manifest());
    expect(canonicalJson({ b: 1, a: [{ d: undefined, c: 'é' }] })).toBe('{"a":[{"c":"é"}],"b":1}');
    expect(answersHash({ b: 1, a: 2 })).toBe(answersHash({ a: 2, b: 1 }));
  });

  it('weighs about a kilobyte with a story of 300 KB and five files', () => {
    const file = (n: number) => ({ fileId: `f${n}`, name: 'n', bytes: 20_000_000, sha256: 'a'.repeat(64) });
    const heavy = manifest({
      story: { kind: 'text', text: 'word '.repeat(60_000) },
      letter: { kind: 'file', files: [1, 2, 3, 4, 5].map(file) },
    });
    expect(heavy.length).toBeLessThan(1100);
  });
});

describe('a file’s name', () => {
  it('loses what could act, and must say what the file is', () => {
    expect(plainName('../../etc/pass\u202efdp.exe')).toBe('passfdp.exe');
    expect(whyRenamed('scan.jpeg', 'jpg')).toBeUndefined();
    expect(whyRenamed('plan.docx', 'pdf')).toMatchObject({ values: { says: 'DOCX', is: 'PDF' } });
    expect(whyTooLarge(20_000_001)).toBeDefined();
  });
});

describe('who waits for whom', () => {
  const person = (role: Participant['role'], hasMandate = true): Participant => ({
    id: role,
    personId: role,
    role,
    name: role,
    hasMandate,
  });
  const both = [person('lead'), person('certifier')];
  const standing = {
    state: 'draft',
    part: { status: 'open', stage: 'proposal' } as const,
    participants: both,
    signOff: 'not-asked' as const,
    problems: 0,
    stageIsOpen: true,
    filesMissing: 0,
  };

  it.each([
    ['needs-lead', { participants: [person('lead', false), person('certifier')] }],
    ['answers', { problems: 2 }],
    ['needs-certifier', { participants: [person('lead')] }],
    ['ask-sign-off', {}],
    ['sign-off', { signOff: 'waiting' as const }],
    ['sent-back', { signOff: 'sent-back' as const }],
    ['closed', { stageIsOpen: false }],
    ['take-up', { state: 'invited' }],
    ['council', { part: { status: 'committed', stage: 'proposal' } as const }],
    ['files', { part: { status: 'committed', stage: 'proposal' } as const, filesMissing: 1 }],
  ])('is told: %s', (what, over) => {
    expect(waitingFor({ ...standing, ...over }).what).toBe(what);
  });

  it('asks nobody for a lead or a request where five minutes are all it takes', () => {
    const intake = { ...standing, part: { status: 'open', stage: 'intake' } as const };
    expect(waitingFor({ ...intake, participants: [person('certifier')] }).what).toBe('sign-off');
  });
});

describe('what the city told before', () => {
  const fact = {
    cityId: 'c',
    kind: 'population',
    item: 'refugees',
    version: 1,
    value: { number: 1200, how: 'register', note: null },
    source: 'Municipal register',
    sourceAddress: null,
    asOf: '2026-06-30',
    audience: 'council',
    saidAs: 'city-focal-point',
    onBehalf: false,
    saidAt: at(0),
    confirmedAt: at(0),
  } as unknown as Fact;
  const label = { en: 'q', fr: 'q', es: 'q', pt: 'q', ar: 'q' };
  const question = {
    key: 'n',
    label,
    needed: true,
    knownAs: 'population.refugees',
    kind: 'number',
    unit: label,
    decimals: 0,
  } as const;

  it('arrives filled in with its source and day, where it fits the question', () => {
    expect(knownAnswer(question, [fact])).toEqual({
      answer: { kind: 'number', number: '1200' },
      from: { source: 'Municipal register', asOf: '2026-06-30' },
    });
    expect(knownAnswer({ ...question, knownAs: 'population.migrants' }, [fact])).toBeUndefined();
    expect(
      knownAnswer({ key: 'd', label, needed: true, knownAs: 'population.refugees', kind: 'date' }, [fact]),
    ).toBeUndefined();
  });

  it('is offered back only where the application says otherwise', () => {
    const said = (number: string) => worthGivingBack([question], { n: { kind: 'number', number } }, [fact]);
    expect(said('1200')).toEqual([]);
    expect(said('1,350')).toMatchObject([{ item: 'refugees', number: 1350 }]);
  });
});
