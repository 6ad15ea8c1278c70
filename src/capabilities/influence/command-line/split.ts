import type { Command } from '../../../platform/command-line/command.ts';
import { because } from '../../../kernel/refusal.ts';
import { clausesIn } from '../reading/read-text.ts';
import { attempt, Misused } from './attempt.ts';
import { bytesOf, languageOfClauses, nameOf } from './files.ts';

const usage = 'mmc split FILE [--json] [--language en|fr|es|pt|ar]';

/** The JSON is what `trace` and `trace-drafts` take back, with number, part and heading beside each text. */
export const split: Command = {
  words: ['split'],
  usage,
  summary: 'Split a PDF, DOCX, HTML, Akoma Ntoso or plain text into its numbered clauses',
  options: { language: 'value' },
  run: (line) =>
    attempt(line, usage, async () => {
      const [file] = line.args;
      if (file === undefined) throw new Misused(because('influence:missing-option', { option: 'FILE' }));
      const clauses = await clausesIn(await bytesOf(line, file));
      const language = languageOfClauses(clauses, nameOf(file));
      if (line.json) line.out(`${JSON.stringify({ id: nameOf(file), language, paragraphs: clauses })}\n`);
      else {
        let heading: string | undefined;
        for (const clause of clauses) {
          if (clause.heading !== heading) line.out(`\n${clause.heading ?? ''}\n`);
          heading = clause.heading;
          line.out(`[${clause.id}] ${clause.text}\n`);
        }
      }
      return 0;
    }),
};
