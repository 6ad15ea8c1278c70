import type { Language } from '../../../kernel/language.ts';
import { because, type Reason } from '../../../kernel/refusal.ts';
import { type Content, type Item, questionsOf } from './content.ts';
import type { SomeText } from './some-text.ts';

/** All that keeps a draft from being published, in the order of the course. */
export function whyNotPublishable(content: Content): Reason[] {
  const source = content.sourceLanguage;
  const name = (text: SomeText) => (text[source] ?? '').slice(0, 60);
  const faults: Reason[] = [];
  if (!content.title[source] || !content.summary[source]) faults.push(because('training:fault.no-title'));
  if (content.modules.length === 0) faults.push(because('training:fault.no-modules'));
  for (const module of content.modules) {
    if (module.items.length === 0)
      faults.push(because('training:fault.empty-module', { module: name(module.title) }));
  }
  if (content.certifies && content.modules.every((module) => questionsOf(module).length === 0))
    faults.push(because('training:fault.certificate-without-questions'));
  return faults;
}

/** How much of a course stands in a language: texts written, of all texts. */
export function translated(
  content: Content,
  language: Language,
): { readonly done: number; readonly all: number } {
  const texts = textsOf(content);
  return { done: texts.filter((text) => text[language]).length, all: texts.length };
}

function textsOf(content: Content): SomeText[] {
  const written = [
    content.title,
    content.summary,
    ...content.modules.flatMap((module) => [module.title, ...module.items.flatMap(textsOfItem)]),
  ];
  return written.filter((text) => text[content.sourceLanguage]);
}

function textsOfItem(item: Item): SomeText[] {
  if (item.kind !== 'question') return [item.body];
  return [item.body, item.explanation, ...item.choices.map(({ text }) => text)];
}
