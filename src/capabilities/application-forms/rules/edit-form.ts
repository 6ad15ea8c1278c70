import type { FormBody, Question, Section } from './form.ts';
import { questionsOf } from './questions.ts';

/** Names that pages post beside the questions. */
const taken = new Set(['key', 'version', 'more', 'act', 'drawn', 'seal']);

/** A key for a new section or question, from its English words; never one that is there already. */
export function keyFor(name: string, form: FormBody, fallback: string): string {
  const used = new Set([...form.sections.map(({ key }) => key), ...questionsOf(form).map(({ key }) => key)]);
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const wanted = plain === '' ? fallback : plain;
  for (let n = 1; ; n++) {
    const key = n === 1 ? wanted : `${wanted}-${n}`;
    if (!used.has(key) && !taken.has(key)) return key;
  }
}

export function isFreeKey(key: string): boolean {
  return /^[a-z][a-z0-9-]{0,59}$/.test(key) && !taken.has(key);
}

export function addSection(form: FormBody, section: Section): FormBody {
  return { ...form, sections: [...form.sections, section] };
}

export function changeSection(form: FormBody, key: string, change: (section: Section) => Section): FormBody {
  return { ...form, sections: form.sections.map((one) => (one.key === key ? change(one) : one)) };
}

export function addQuestion(form: FormBody, sectionKey: string, question: Question): FormBody {
  return changeSection(form, sectionKey, (section) => ({
    ...section,
    questions: [...section.questions, question],
  }));
}

export function changeQuestion(form: FormBody, question: Question): FormBody {
  return eachSection(form, (questions) =>
    questions.map((one) => (one.key === question.key ? question : one)),
  );
}

export interface Part {
  readonly what: 'section' | 'question';
  readonly key: string;
}

export function hasPart(form: FormBody, { what, key }: Part): boolean {
  const parts = what === 'section' ? form.sections : questionsOf(form);
  return parts.some((part) => part.key === key);
}

/** One place up or down; a question at the edge of its section goes into the next one. */
export function movePart(form: FormBody, { what, key }: Part, way: 'up' | 'down'): FormBody {
  if (what === 'section') return { ...form, sections: moved(form.sections, key, way) };
  const at = form.sections.findIndex(({ questions }) => questions.some((question) => question.key === key));
  const section = form.sections[at];
  const question = section?.questions.find((one) => one.key === key);
  const edge = way === 'up' ? section?.questions[0] : section?.questions.at(-1);
  if (!section || !question) return form;
  if (edge !== question)
    return changeSection(form, section.key, (one) => ({ ...one, questions: moved(one.questions, key, way) }));
  const next = form.sections[way === 'up' ? at - 1 : at + 1];
  if (!next) return form;
  const without = eachSection(form, (questions) => questions.filter((one) => one !== question));
  return changeSection(without, next.key, (one) => ({
    ...one,
    questions: way === 'up' ? [...one.questions, question] : [question, ...one.questions],
  }));
}

/** Right after the original, under new keys. Conditions inside a copied section keep asking the originals. */
export function copyPart(form: FormBody, { what, key }: Part): FormBody {
  if (what === 'question')
    return eachSection(form, (questions) =>
      questions.flatMap((one) =>
        one.key === key ? [one, { ...one, key: keyFor(one.key, form, 'question') }] : [one],
      ),
    );
  const section = form.sections.find((one) => one.key === key);
  if (!section) return form;
  let copy: Section = { ...section, key: keyFor(section.key, form, 'section'), questions: [] };
  for (const question of section.questions) {
    const soFar = { ...form, sections: [...form.sections, copy] };
    copy = {
      ...copy,
      questions: [...copy.questions, { ...question, key: keyFor(question.key, soFar, 'question') }],
    };
  }
  return { ...form, sections: form.sections.flatMap((one) => (one === section ? [one, copy] : [one])) };
}

export function removePart(form: FormBody, { what, key }: Part): FormBody {
  if (what === 'section') return { ...form, sections: form.sections.filter((one) => one.key !== key) };
  return eachSection(form, (questions) => questions.filter((one) => one.key !== key));
}

function eachSection(form: FormBody, change: (questions: readonly Question[]) => Question[]): FormBody {
  return {
    ...form,
    sections: form.sections.map((section) => ({ ...section, questions: change(section.questions) })),
  };
}

function moved<T extends { readonly key: string }>(list: readonly T[], key: string, way: 'up' | 'down'): T[] {
  const at = list.findIndex((one) => one.key === key);
  const to = way === 'up' ? at - 1 : at + 1;
  const [one, other] = [list[at], list[to]];
  if (!one || !other) return [...list];
  return list.map((item, place) => (place === at ? other : place === to ? one : item));
}
