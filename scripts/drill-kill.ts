// `npm run drill:kill`: kills web, worker and database 60 times under load; nothing acknowledged may be lost, nothing done twice.
// SEED brings an order of kills back, KILLS changes their number.
import { killDrill, lossyDrill } from '../tests/proof/kill-drill.ts';
import { gather } from '../tests/proof/kill-crowd.ts';
import { startKillable } from '../tests/proof/kill-programs.ts';
import { diceFrom } from '../tests/proof/log-tamper-dice.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const kills = Number(process.env['KILLS'] ?? 60);
const says = (sentence: string) => void process.stdout.write(`${sentence}\n`);

says(`Kill drill: ${kills} kills, SEED=${seed}`);
const platform = await startKillable();
try {
  const dice = diceFrom(seed);
  const crowd = await gather(platform, diceFrom(seed + 1));
  const report = await killDrill({ platform, crowd, dice, kills, says });
  says(JSON.stringify(report, null, 2));
  const planted = await lossyDrill({ platform, crowd, dice, kills: 10, says });
  const { lost, twice, halfDone, logFaults, figureFaults, complaints, answeredOtherwise, jobsLeft } = report;
  const wrong =
    [lost, twice, halfDone, logFaults, figureFaults, complaints, answeredOtherwise].flat().length + jobsLeft;
  const passed = wrong === 0 && report.backAfterMs.p95 <= 10_000 && planted.lost.length > 0;
  says(
    `${passed ? 'Passed' : 'FAILED'}: ${report.acknowledged} acknowledged, ${lost.length} lost, ${twice.length} twice, ` +
      `back after ${report.backAfterMs.p95} ms (p95); planted fault ${planted.lost.length > 0 ? `seen at kill ${planted.kills}` : 'UNSEEN'}. SEED=${seed}`,
  );
  process.exitCode = passed ? 0 : 1;
} finally {
  await platform.stop();
}
