import type { RankingChoice } from '../../src/capabilities/influence/rules/index/text-index.ts';
import type { Paragraph } from '../../src/capabilities/influence/rules/tracing/document.ts';
import { trace } from '../../src/capabilities/influence/rules/tracing/trace.ts';
import { type Language, languages } from '../../src/kernel/language.ts';

/** The share of articles of one language whose counterpart in another is ranked first. */
export function rightArticleFirst(
  articles: (language: Language) => readonly Paragraph[],
  from: Language,
  to: Language,
  rankings?: RankingChoice,
): number {
  const asks = articles(from).map((article) => ({ id: article.id, text: article.text, language: from }));
  const text = { id: to, language: to, paragraphs: articles(to) };
  const traced = trace(asks, text, { ranked: true, ...(rankings ? { rankings } : {}) });
  return traced.filter((one) => one.ranking[0]?.paragraph === one.ask.id).length / traced.length;
}

export function othersThan(language: Language): Language[] {
  return languages.filter((one) => one !== language);
}
