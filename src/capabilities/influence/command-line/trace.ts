import type { Command, CommandLine } from '../../../platform/command-line/command.ts';
import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import { type Proposal, type Ranked, trace as traceAsks, type Traced } from '../rules/tracing/trace.ts';
import { attempt, languageOf, valueOf, valuesOf } from './attempt.ts';
import { asksOf, textOf } from './files.ts';
import { why } from './why.ts';

const usage =
  'mmc trace --asks FILE --document FILE [--background FILE …] [--json] [--ranked] [--details] [--language en|fr|es|pt|ar]';

/** `--ranked` puts the whole ranking in place of the proposals; `--details` adds force, outcome and novelty to each. */
export const trace: Command = {
  words: ['trace'],
  usage,
  summary:
    'Say which asks a text reflects, where, how far and how firmly; proposals for two people to decide on',
  options: {
    asks: 'value',
    document: 'value',
    background: 'values',
    ranked: 'flag',
    details: 'flag',
    language: 'value',
  },
  run: (line) =>
    attempt(line, usage, async () => {
      const language = languageOf(line);
      const [asksFile, documentFile] = [valueOf(line, 'asks'), valueOf(line, 'document')];
      const asks = await asksOf(line, asksFile);
      const document = await textOf(line, documentFile);
      const background = [];
      for (const file of valuesOf(line, 'background')) background.push(await textOf(line, file));
      const ranked = line.options['ranked'] !== undefined;
      const traced = traceAsks(asks, document, { background, ranked });
      if (line.json)
        line.out(`${JSON.stringify(ranked ? rankings(traced) : proposals(traced, line, language))}\n`);
      else show(traced, ranked, line, language);
      return 0;
    }),
};

/** Every ask's paragraphs, best first; a degree only where it would be proposed. */
function rankings(traced: readonly Traced[]): (Ranked & { degree: string | null })[] {
  return traced.flatMap((one) => {
    const degrees = new Map(one.proposals.map((proposal) => [proposal.paragraph, proposal.degree]));
    return one.ranking.map((place) => ({ ...place, degree: degrees.get(place.paragraph) ?? null }));
  });
}

function proposals(traced: readonly Traced[], line: CommandLine, language: Language): unknown[] {
  return traced.flatMap((one) => one.proposals.map((proposal) => told(proposal, line, language)));
}

function told(proposal: Proposal, line: CommandLine, language: Language): Record<string, unknown> {
  const { ask, document, paragraph, degree, score, spans } = proposal;
  const plain = { ask, document, paragraph, degree, score, spans, why: why(proposal, language) };
  if (line.options['details'] === undefined) return plain;
  return {
    ...plain,
    strength: proposal.strength,
    outcome: proposal.outcome,
    novelty: proposal.novelty ?? null,
  };
}

function show(traced: readonly Traced[], ranked: boolean, line: CommandLine, language: Language): void {
  const t = words(language);
  for (const one of traced) {
    line.out(`\n${one.ask.id}: ${one.ask.text}\n`);
    if (one.proposals.length === 0) line.out(`  – ${t('nothing')}\n`);
    for (const proposal of one.proposals) {
      line.out(
        `  ${proposal.paragraph} (${t(`degree-${proposal.degree}`)}, ${proposal.score.toFixed(2)}) ${why(proposal, language)}\n`,
      );
    }
    if (one.worthALook.length > 0)
      line.out(`  ${t('look', { list: one.worthALook.map(placed).join(', ') })}\n`);
    if (ranked) line.out(`  ${one.ranking.slice(0, 10).map(placed).join(' · ')}\n`);
  }
  line.out(
    `\n${t('heading-proposals', { count: traced.reduce((sum, one) => sum + one.proposals.length, 0) })}\n`,
  );
}

const placed = (place: Ranked): string => `${place.paragraph} (${place.score.toFixed(2)})`;
