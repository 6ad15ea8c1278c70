import type { Command, CommandLine, UnpreparedWorld } from '../command-line/command.ts';
import { connect } from '../database/connect.ts';
import { serverAddress } from '../database/location.ts';
import { databaseChecks } from './database-checks.ts';
import { type DoctorCheck, type Finding, ill, well } from './doctor-check.ts';
import { machineChecks } from './machine-checks.ts';
import { queueChecks } from './queue-checks.ts';
import { recordChecks } from './record-checks.ts';

/** @param more what capabilities want looked at */
export function doctorCommand(more: readonly DoctorCheck[]): Command {
  const checks = [...databaseChecks, ...recordChecks, ...queueChecks, ...machineChecks, ...more];
  return {
    words: ['doctor'],
    usage: 'mmc doctor [--quick] [--json]',
    summary: 'looks at everything that can be wrong; --quick reads no file and no log entry again',
    options: { quick: 'flag' },
    needsServer: true,
    run: (line, given) => examine(line, given as UnpreparedWorld, checks),
  };
}

async function examine(
  line: CommandLine,
  { world, startServer }: UnpreparedWorld,
  checks: readonly DoctorCheck[],
): Promise<number> {
  const quick = line.options['quick'] === true;
  const findings: ({ name: string } & Finding)[] = [
    { name: 'configuration', ok: true, says: `${world.config.mode} mode, data in ${world.config.dataDir}` },
  ];
  const started = await finding(async () => {
    await startServer();
    return well('');
  });
  if (!started.ok) findings.push({ name: 'database', ...started });
  const verify = connect('verify', serverAddress(world.config, world.secrets), world.secrets, 2);
  try {
    for (const check of started.ok ? checks : []) {
      const found = await finding(() => check.run({ ...world, db: verify.database }, { quick }));
      findings.push({ name: check.name, ...found });
    }
  } finally {
    await verify.close();
  }
  if (line.json) line.out(JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }));
  else for (const { name, ok, says } of findings) line.out(`${ok ? 'well' : 'ILL '}  ${name}: ${says}`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

async function finding(look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    return ill(`could not be looked at: ${(error as Error).message}`);
  }
}
