/** `npm run bench:influence`: prints what the tracer scores beside plain searches. `--quick` leaves out the ablation. */
import { languages } from '../../src/kernel/language.ts';
import { ablations } from './ablation.ts';
import { baselines } from './baselines.ts';
import { othersThan, rightArticleFirst } from './cross-language.ts';
import { kindsOfEdit } from './edits.ts';
import { tracedAfterEdits, tracedAfterMerge, tracedAfterSplit } from './generated.ts';
import { type Measures, measure } from './measures.ts';
import { baselinePlaceboRate, placeboRate, placebos } from './placebo.ts';
import { charter, declaration, heldOutSet, type LabelledSet, labelledSets } from './sets.ts';
import { baselineAnswers, bestBar, calibrationOf, engineAnswers, meanOf } from './systems.ts';

const say = (text = ''): void => console.log(text);
const figure = (value: number): string => value.toFixed(3).padStart(7);
const headings = ['MAP', 'R@10', 'strict', 'lenient', 'precis.', 'recall', 'ignored', 'told'];
const row = (name: string, m: Measures): string =>
  `${name.padEnd(26)}${[m.map, m.recallAt10, m.strictF1, m.lenientF1, m.precision, m.recall, m.ignoredKept, m.answeredOrIgnored].map(figure).join('')}`;

const fitted = labelledSets();
const unseen = heldOutSet();
const bars = new Map(baselines.map((baseline) => [baseline, bestBar(baseline, fitted)]));

const groups: [string, LabelledSet[]][] = [
  ['Held out (no fit, no choice of words has seen it): lantern', [unseen]],
  [`Sets the model was fitted on: ${fitted.map((set) => set.id).join(', ')}`, fitted],
];
for (const [title, sets] of groups) {
  say(title);
  say(`${''.padEnd(26)}${headings.map((heading) => heading.padStart(7)).join('')}`);
  const answers = sets.map((set) => engineAnswers(set));
  say(row('tracer', meanOf(sets.map((set, at) => measure(set.asks, answers[at] ?? [])))));
  for (const [baseline, bar] of bars) {
    say(
      row(
        `${baseline.name} (bar ${bar.toFixed(2)})`,
        meanOf(sets.map((set) => measure(set.asks, baselineAnswers(baseline, set, bar)))),
      ),
    );
  }
  const error = sets.reduce((sum, set, at) => sum + calibrationOf(set, answers[at] ?? []), 0) / sets.length;
  say(`calibration error of the tracer's chances: ${error.toFixed(3)}\n`);
}
say(
  'strict, lenient: F1 of claims with and without the degree; ignored: ignored asks for which nothing is claimed;',
);
say(
  'told: asks rightly told answered or ignored. The baselines’ bars are the best ones for the fitted sets.\n',
);

say('Generated edits (clause as ask)      in first ten   adapted or better   quotations proven');
for (const set of [...fitted, unseen]) {
  for (const [kind, rate] of [
    ...kindsOfEdit.map((one) => [one, 0.1] as const),
    ...kindsOfEdit.map((one) => [one, 0.4] as const),
  ]) {
    const result = tracedAfterEdits(set, kind, rate);
    say(
      `${`${set.id}: ${kind} ${rate * 100} %`.padEnd(36)}${[result.inTen, result.adapted, result.proven].map((value) => value.toFixed(3).padStart(13)).join('   ')}`,
    );
  }
  for (const [name, result] of [
    ['halves', tracedAfterSplit(set)],
    ['two halves merged', tracedAfterMerge(set)],
  ] as const) {
    say(
      `${`${set.id}: ${name}`.padEnd(36)}${[result.inTen, result.adapted, result.proven].map((value) => value.toFixed(3).padStart(13)).join('   ')}`,
    );
  }
}

for (const [name, articles] of [
  ['Universal Declaration of Human Rights, right article first', declaration],
  ['Held-out charter, right article first', charter],
] as const) {
  say(`\n${name} (rows from, columns to)\n      ${languages.map((one) => one.padStart(6)).join('')}`);
  for (const from of languages) {
    say(
      `${from.padEnd(6)}${languages.map((to) => (to === from ? '     ·' : rightArticleFirst(articles, from, to).toFixed(2).padStart(6))).join('')}`,
    );
  }
}

say('\nWhich rankings carry what (English to the others, UDHR; MAP and R@10 on the held-out set)');
for (const [name, choice] of [
  ['all three', { stems: true, concepts: true, letters: true }],
  ['without stems', { stems: false, concepts: true, letters: true }],
  ['without concepts', { stems: true, concepts: false, letters: true }],
  ['without letter groups', { stems: true, concepts: true, letters: false }],
] as const) {
  const across = othersThan('en').map(
    (to) => `${to} ${rightArticleFirst(declaration, 'en', to, choice).toFixed(2)}`,
  );
  const held = measure(unseen.asks, engineAnswers(unseen, choice));
  say(
    `${name.padEnd(24)}${across.join('  ')}   MAP ${held.map.toFixed(3)}  R@10 ${held.recallAt10.toFixed(3)}`,
  );
}

const trials = placebos();
const { claimed, asked } = placeboRate(trials);
say(
  `\nPlacebo: asks beside texts of unrelated processes. tracer ${claimed} of ${asked} (${((100 * claimed) / asked).toFixed(2)} %)`,
);
for (const [baseline, bar] of bars)
  say(`  ${baseline.name} at its bar: ${(100 * baselinePlaceboRate(baseline, bar, trials)).toFixed(2)} %`);

if (!process.argv.includes('--quick')) {
  say('\nEvidence left out, model fitted again, scored on the held-out set    MAP   best F1');
  for (const one of ablations(fitted, unseen))
    say(`${one.without.padEnd(62)}${figure(one.map)}${figure(one.bestF1)}`);
}
