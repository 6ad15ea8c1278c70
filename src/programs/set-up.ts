import { readConfig } from '../platform/config/config.ts';
import { prepare, signInLinks } from './prepare.ts';
import { progressLine } from './progress-line.ts';

/** The set-up as a program of its own, so that the memory it takes is given back. Sends the sign-in links to its parent. */
const progress = progressLine(process.stdout);
try {
  const config = readConfig(process.env);
  await prepare(config, progress);
  process.send?.({ links: await signInLinks(config) });
  process.disconnect?.();
} catch (error) {
  progress.done('');
  process.stderr.write(`The platform cannot start: ${(error as Error).message}\n`);
  if (process.env['DEBUG']) process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
}
