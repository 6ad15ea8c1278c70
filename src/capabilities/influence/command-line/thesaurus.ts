import { because } from '../../../kernel/refusal.ts';
import type { Command } from '../../../platform/command-line/command.ts';
import { decoded } from '../reading/read-text.ts';
import { readSkos } from '../reading/skos-file.ts';
import { toSkos } from '../rules/thesaurus/skos.ts';
import { shippedConcepts } from '../rules/thesaurus/thesaurus.ts';
import { attempt, Misused } from './attempt.ts';
import { bytesOf } from './files.ts';

const usage = 'mmc thesaurus out | mmc thesaurus in FILE';

/** `out` prints the shipped concepts as SKOS; `in` turns an edited SKOS file into the JSON the concept files hold. */
export const thesaurus: Command = {
  words: ['thesaurus'],
  usage,
  summary: 'Print the thesaurus as SKOS, or turn an edited SKOS file back into concepts',
  options: { language: 'value' },
  run: (line) =>
    attempt(line, usage, async () => {
      const [way, file] = line.args;
      if (way === 'out') line.out(toSkos(shippedConcepts));
      else if (way === 'in' && file !== undefined) {
        const { concepts, incomplete } = readSkos(decoded(await bytesOf(line, file)));
        line.out(`${JSON.stringify(line.json ? { concepts, incomplete } : concepts, null, 2)}\n`);
      } else throw new Misused(because('influence:missing-option', { option: 'out | in FILE' }));
      return 0;
    }),
};
