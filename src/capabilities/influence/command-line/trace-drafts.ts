import type { Command } from '../../../platform/command-line/command.ts';
import { words } from '../messages/index.ts';
import { alignDrafts } from '../rules/drafts/align-drafts.ts';
import { type Change, wordDifference } from '../rules/drafts/word-difference.ts';
import type { TracedText } from '../rules/tracing/document.ts';
import { attempt, languageOf, valueOf } from './attempt.ts';
import { textOf } from './files.ts';

const usage = 'mmc trace-drafts --from FILE --to FILE [--json] [--language en|fr|es|pt|ar]';

export const traceDrafts: Command = {
  words: ['trace-drafts'],
  usage,
  summary:
    'Say what became of each clause between two drafts: kept, moved, reworded, split, merged, dropped, new',
  options: { from: 'value', to: 'value', language: 'value' },
  run: (line) =>
    attempt(line, usage, async () => {
      const language = languageOf(line);
      const from = await textOf(line, valueOf(line, 'from'));
      const to = await textOf(line, valueOf(line, 'to'));
      const passages = alignDrafts(from.paragraphs, to.paragraphs);
      if (line.json) {
        line.out(`${JSON.stringify(passages)}\n`);
        return 0;
      }
      const t = words(language);
      for (const passage of passages) {
        line.out(
          `${passage.from.join(' + ') || '·'} → ${passage.to.join(' + ') || '·'}: ${t(`fate-${passage.kind}`)}\n`,
        );
        if (passage.kind === 'reworded' || passage.kind === 'split' || passage.kind === 'merged') {
          const difference = wordDifference(textAt(from, passage.from), textAt(to, passage.to));
          line.out(`  ${difference.map(marked).join(' ')}\n`);
        }
      }
      return 0;
    }),
};

function textAt(text: TracedText, ids: readonly string[]): string {
  const wanted = new Set(ids);
  return text.paragraphs
    .filter((paragraph) => wanted.has(paragraph.id))
    .map((paragraph) => paragraph.text)
    .join(' ');
}

/** [-taken out-] and {+put in+}, as word differences are written on a plain screen. */
function marked(change: Change): string {
  if (change.kind === 'taken-out') return `[-${change.text}-]`;
  return change.kind === 'put-in' ? `{+${change.text}+}` : change.text;
}
