import { type Language, languages } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { because, type Reason, type SentenceValues } from '../../../kernel/refusal.ts';
import { canonical } from './difference.ts';
import type { FormBody, Question, Section } from './form.ts';
import { questionsOf } from './questions.ts';

/** What changed from one version to the next, sentence by sentence. */
export function differenceOfForms(before: FormBody, after: FormBody, language: Language): Reason[] {
  const name = (text: LocalText, key: string) => text[language] || text.en || key;
  const say = (key: string, values: SentenceValues = {}) =>
    because(`application-forms:changed.${key}`, values);
  const words = (
    part: string,
    key: string,
    old: LocalText | undefined,
    now: LocalText | undefined,
  ): Reason[] =>
    languages
      .filter((one) => (old?.[one] ?? '') !== (now?.[one] ?? ''))
      .map((one) => say(key, { part, in: one, before: old?.[one] || '–', after: now?.[one] || '–' }));
  const reasons: Reason[] = words('', 'title', before.title, after.title);

  const oldSections = new Map(before.sections.map((section) => [section.key, section]));
  const newSections = new Map(after.sections.map((section) => [section.key, section]));
  for (const section of before.sections)
    if (!newSections.has(section.key))
      reasons.push(say('section-removed', { part: name(section.title, section.key) }));
  for (const section of after.sections) {
    const old = oldSections.get(section.key);
    const part = name(section.title, section.key);
    if (old)
      reasons.push(
        ...words(part, 'section-title', old.title, section.title),
        ...words(part, 'section-lead', old.lead, section.lead),
      );
    else reasons.push(say('section-added', { part }));
  }

  const oldQuestions = new Map(questionsOf(before).map((question) => [question.key, question]));
  const newKeys = new Set(questionsOf(after).map(({ key }) => key));
  for (const question of oldQuestions.values())
    if (!newKeys.has(question.key))
      reasons.push(say('question-removed', { part: name(question.label, question.key) }));
  for (const question of questionsOf(after)) {
    const old = oldQuestions.get(question.key);
    const part = name(question.label, question.key);
    if (!old) reasons.push(say('question-added', { part, kind: question.kind }));
    else {
      reasons.push(
        ...words(part, 'label', old.label, question.label),
        ...words(part, 'help', old.help, question.help),
      );
      reasons.push(...questionChanges(old, question).map(([key, values]) => say(key, { part, ...values })));
    }
  }
  return [...reasons, ...orderChanges(before, after).map((key) => say(key))];
}

function questionChanges(old: Question, now: Question): [string, SentenceValues][] {
  const changes: [string, SentenceValues][] = [];
  if (old.kind !== now.kind) return [['kind', { before: old.kind, after: now.kind }]];
  if (old.needed !== now.needed) changes.push([now.needed ? 'needed' : 'optional', {}]);
  if (canonical(old.when) !== canonical(now.when)) changes.push(['condition', {}]);
  if (old.knownAs !== now.knownAs) changes.push(['known-as', {}]);
  if (old.kind === 'text' && now.kind === 'text' && old.maxWords !== now.maxWords)
    changes.push(['words', { before: old.maxWords ?? '–', after: now.maxWords ?? '–' }]);
  else if (canonical(withoutWords(old)) !== canonical(withoutWords(now))) changes.push(['limits', {}]);
  return changes;
}

/** What is left of a question once everything with a sentence of its own is taken out. */
function withoutWords(question: Question): unknown {
  const { label: _label, help: _help, needed: _needed, when: _when, knownAs: _known, ...rest } = question;
  return rest;
}

function orderChanges(before: FormBody, after: FormBody): string[] {
  const order = (form: FormBody, kept: ReadonlySet<string>) =>
    form.sections
      .flatMap((section: Section) => section.questions.map(({ key }) => key))
      .filter((key) => kept.has(key));
  const inBoth = new Set(
    order(after, new Set(order(before, new Set(questionsOf(before).map(({ key }) => key))))),
  );
  return order(before, inBoth).join(' ') === order(after, inBoth).join(' ') ? [] : ['order'];
}
