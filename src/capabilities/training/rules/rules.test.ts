import { describe, expect, it } from 'vitest';
import { aModule, aQuestion, someContent } from '../builders.ts';
import { certificateNumber, committedName, readCertificateNumber } from './certificate.ts';
import { moved, withItemMoved } from './edit-content.ts';
import { isPassed, isRight, mark, readNumber } from './marking.ts';
import { progressIn } from './progress.ts';
import { translated, whyNotPublishable } from './publishable.ts';
import { reminderDue, remindersFor } from './reminders.ts';
import { slugFrom } from './slug.ts';
import { inAll, saidIn } from './some-text.ts';

const utc = (text: string) => new Date(`${text}:00Z`);
const at = (startsAt: string, zone: string) =>
  Object.fromEntries(
    remindersFor(utc(startsAt), zone).map(({ kind, at }) => [kind, at.toISOString().slice(0, 16)]),
  );

describe('reminders by the participant’s own clock', () => {
  it('come at nine in the morning, a week and a day before, and an hour before', () => {
    expect(at('2026-06-10T12:00', 'Africa/Nairobi')).toEqual({
      week: '2026-06-03T06:00',
      day: '2026-06-09T06:00',
      hour: '2026-06-10T11:00',
    });
  });

  it('stay at nine when clocks change between reminder and event', () => {
    // Clocks in Rome go back on 25 October 2026: nine is 07:00 UTC before and 08:00 UTC after.
    expect(at('2026-10-27T10:00', 'Europe/Rome')).toEqual({
      week: '2026-10-20T07:00',
      day: '2026-10-26T08:00',
      hour: '2026-10-27T09:00',
    });
    // And forward in New York on 8 March 2026.
    expect(at('2026-03-09T15:00', 'America/New_York')).toMatchObject({
      week: '2026-03-02T14:00',
      day: '2026-03-08T13:00',
    });
  });

  it('follow each side of the date line by its own calendar', () => {
    // The same hour is Thursday the 11th on Kiritimati and Wednesday the 10th in Pago Pago.
    expect(at('2026-06-10T20:00', 'Pacific/Kiritimati').day).toBe('2026-06-09T19:00');
    expect(at('2026-06-10T20:00', 'Pacific/Pago_Pago').day).toBe('2026-06-09T20:00');
    // At 10:30 UTC they are two calendar days apart.
    expect(at('2026-06-11T10:30', 'Pacific/Kiritimati').day).toBe('2026-06-10T19:00');
    expect(at('2026-06-11T10:30', 'Pacific/Pago_Pago').day).toBe('2026-06-09T20:00');
  });

  it('are not sent late, twice over, or to who registered after their time', () => {
    const event = { startsAt: utc('2026-06-10T12:00') };
    const guest = { timeZone: 'UTC', settledAt: utc('2026-05-01T00:00') };
    const due = (now: string, who = guest) => reminderDue(event, who, utc(now));
    expect(due('2026-06-03T08:59')).toBeUndefined();
    expect(due('2026-06-03T09:00')).toBe('week');
    expect(due('2026-06-09T09:01')).toBe('day');
    expect(due('2026-06-10T11:00')).toBe('hour');
    expect(due('2026-06-10T12:00')).toBeUndefined();
    expect(due('2026-06-09T10:00', { ...guest, settledAt: utc('2026-06-09T09:30') })).toBeUndefined();
  });
});

describe('marking', () => {
  const single = aQuestion();
  const [right, wrong] = single.choices.map(({ id }) => id) as [string, string];

  it('takes only what is right and nothing else', () => {
    expect(isRight(single, right)).toBe(true);
    expect(isRight(single, wrong)).toBe(false);
    expect(isRight(single, `${right}\n${wrong}`)).toBe(false);
    expect(isRight(single, undefined)).toBe(false);
  });

  it.each([
    ['3.5', 3.5],
    ['3,5', 3.5],
    ['٣٫٥', 3.5],
    [' 1 200 ', 1200],
    ['abc', undefined],
    ['', undefined],
  ])('reads %s as %s', (typed, number) => {
    expect(readNumber(typed)).toBe(number);
  });

  it('takes a number within what is given', () => {
    const question = aQuestion({ form: 'number', choices: [], answer: 0.3, within: 0.1 });
    expect(isRight(question, '0,4')).toBe(true);
    expect(isRight(question, '0.41')).toBe(false);
  });

  it('passes a module by the share asked for; one without questions by reading it', () => {
    expect(isPassed({ right: 7, asked: 10 }, 70)).toBe(true);
    expect(isPassed({ right: 6, asked: 10 }, 70)).toBe(false);
    expect(isPassed(mark(aModule({ items: [] }), {}), 100)).toBe(true);
  });
});

describe('progress', () => {
  const content = someContent({ modules: [aModule(), aModule()] });
  const [first, second] = content.modules.map(({ id }) => id) as [string, string];

  it('counts the best try, and is complete with the last module', () => {
    const tries = [
      { moduleId: first, right: 0, asked: 1 },
      { moduleId: first, right: 1, asked: 1 },
      { moduleId: first, right: 0, asked: 1 },
    ];
    expect(progressIn(content, tries)).toMatchObject({ next: second, isComplete: false });
    expect(progressIn(content, [...tries, { moduleId: second, right: 1, asked: 1 }]).isComplete).toBe(true);
  });

  it('of a course without modules is never complete', () => {
    expect(progressIn({ modules: [], passPercent: 0 }, []).isComplete).toBe(false);
  });
});

describe('a draft', () => {
  it('moves one place at a time and stops at its ends', () => {
    const list = ['a', 'b', 'c'].map((id) => ({ id }));
    const order = (moved: readonly { id: string }[]) => moved.map(({ id }) => id).join('');
    expect(order(moved(list, 'c', 'up'))).toBe('acb');
    expect(order(moved(list, 'a', 'up'))).toBe('abc');
    expect(order(moved(list, 'c', 'down'))).toBe('abc');
    expect(order(moved(list, 'x', 'down'))).toBe('abc');
    const content = someContent();
    const [module] = content.modules;
    const item = module?.items[1]?.id ?? '';
    expect(withItemMoved(content, module?.id ?? '', item, 'up').modules[0]?.items[0]?.id).toBe(item);
  });

  it('is kept back by all that it lacks', () => {
    expect(whyNotPublishable(someContent())).toEqual([]);
    const keys = whyNotPublishable(someContent({ title: {}, modules: [aModule({ items: [] })] })).map(
      ({ key }) => key,
    );
    expect(keys).toEqual([
      'training:fault.no-title',
      'training:fault.empty-module',
      'training:fault.certificate-without-questions',
    ]);
  });

  it('says how much of it is translated, and shows the source for the rest', () => {
    const content = someContent();
    expect(translated(content, 'ar')).toMatchObject({ done: 1 });
    expect(translated(content, 'en').done).toBe(translated(content, 'en').all);
    expect(saidIn(content.summary, 'ar', 'en')).toEqual({ text: content.summary.en, language: 'en' });
    expect(inAll(content.title, 'en').fr).toBe('Counting newcomers');
  });
});

describe('a certificate’s number', () => {
  it('is read from any way of writing it, look-alikes included', () => {
    const number = certificateNumber(new Uint8Array([0, 16, 32, 48, 64, 80, 96, 112, 128, 255]));
    expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(readCertificateNumber(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toBe(number);
    expect(readCertificateNumber('OIL0-1111-2222-3333')).toBe('0110-1111-2222-3333');
    expect(readCertificateNumber('0110-1111-2222-333')).toBeUndefined();
    expect(readCertificateNumber('0110-1111-2222-333U')).toBeUndefined();
  });

  it('binds a name whatever its spaces and letter case', () => {
    expect(committedName('N', ' Amina  DIALLO ')).toBe(committedName('N', 'amina diallo'));
    expect(committedName('N', 'amina diallo')).not.toBe(committedName('M', 'amina diallo'));
  });
});

it('makes addresses of titles in any script', () => {
  expect(slugFrom('Égalité & accès: 2ᵉ partie', 'x')).toBe('egalite-acces-2e-partie');
  expect(slugFrom('عدّ القادمين', 'course-1')).toBe('course-1');
});
