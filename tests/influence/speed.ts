/** Run by speed.test.ts in a process of its own, where nothing but the tracer spends time. Prints seconds and memory. */
import { chance } from '../../bench/influence/chance.ts';
import { asAsk, edit } from '../../bench/influence/edits.ts';
import { labelledSets } from '../../bench/influence/sets.ts';
import type { TracedText } from '../../src/capabilities/influence/rules/tracing/document.ts';
import { trace } from '../../src/capabilities/influence/rules/tracing/trace.ts';

const luck = chance(7);
const clauses = labelledSets().flatMap((set) => set.paragraphs.map((paragraph) => paragraph.text));

function longText(count: number): TracedText {
  const clause = (): string => luck.pick(clauses) ?? '';
  return {
    id: `of ${count}`,
    language: 'en',
    paragraphs: Array.from({ length: count }, (_, at) => ({
      id: String(at + 1),
      text: edit(`${clause()} ${clause()}`, 'mixed', 0.3, luck),
    })),
  };
}

/** Seconds of this process's own work: other programs on the machine do not count. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / 1e6;
}

const asks = Array.from({ length: 500 }, (_, at) => ({
  id: `a${at}`,
  text: asAsk(luck.pick(clauses) ?? '', luck),
  language: 'en' as const,
}));
const drafts = [400, 400, 400, 400, 400].map(longText);
const fiveDrafts = secondsOf(() => {
  for (const draft of drafts) trace(asks, draft);
});
const tenfoldText = longText(4000);
const tenfold = secondsOf(() => trace(asks, tenfoldText));
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ fiveDrafts, tenfold, megabytes }));
