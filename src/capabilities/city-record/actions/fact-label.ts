import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import { type FactKey, kindOf } from '../rules/fact-kinds.ts';
import { topicLabel } from '../rules/topics.ts';

/** What a fact is called: `Mayor and term`, `Need: Housing`, `Network: UCLG`. */
export function factLabel(language: Language, kind: FactKey, item: string, value?: unknown): string {
  const t = words(language);
  const of = itemLabel(language, kind, item, value);
  return of === '' ? t(`kind.${kind}`) : `${t(`kind.${kind}`)}: ${of}`;
}

/** The part that tells one from another of its kind; empty where there is one. */
export function itemLabel(language: Language, kind: FactKey, item: string, value?: unknown): string {
  const t = words(language);
  if (kind === 'need' || kind === 'capacity') return item === '' ? '' : topicLabel(language, item);
  if (kind === 'population' || kind === 'mandate')
    return item === '' ? '' : t(`item.${kind}.${item}` as 'item.mandate.housing');
  const called = (value as Readonly<Record<string, unknown>> | undefined)?.[
    kindOf(kind).fields[0]?.name ?? ''
  ];
  return kindOf(kind).items === 'named' && typeof called === 'string' ? called : '';
}
