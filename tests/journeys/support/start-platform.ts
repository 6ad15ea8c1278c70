import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPlatform } from '../../support/running-platform.ts';

/** One platform for all journeys, started as a newcomer would. */
export default async function setup(): Promise<() => Promise<void>> {
  const platform = await startPlatform();
  process.env['MMC_ADDRESS'] = platform.address;
  process.env['MMC_SESSIONS'] = mkdtempSync(path.join(os.tmpdir(), 'mmc-sessions-'));
  process.env['MMC_LINKS'] = JSON.stringify(platform.links);
  return () => platform.stop();
}
