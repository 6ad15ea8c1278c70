import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { type RunningPlatform, startPlatform } from '../support/running-platform.ts';

export const killable = ['web', 'worker', 'postgres'] as const;
export type Killable = (typeof killable)[number];

/**
 * A platform whose web program comes back at the same port: one that is given any port takes another each time. Below the
 * range that outgoing connections take theirs from, or one of those could take it while the program is dead.
 */
export async function startKillable(): Promise<RunningPlatform> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    const probe = createServer().listen(port, '127.0.0.1');
    const free = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    probe.close();
    if (free) return await startPlatform({ env: { PORT: String(port) } });
  }
}

/** Kills a part of a platform the hard way, as a power cut or the kernel would. @returns how many processes there were */
export function kill(platform: RunningPlatform, part: Killable): number {
  const pids = part === 'postgres' ? databasePids(platform.dataDir) : childPids(platform, `${part}.js`);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  return pids.length;
}

/** The postmaster first: it must not see its children die and end in an orderly way. */
function databasePids(dataDir: string): number[] {
  const postmaster = Number(
    readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  return [postmaster, ...childrenOf(postmaster)];
}

function childPids(platform: RunningPlatform, program: string): number[] {
  return childrenOf(platform.main.pid ?? 0).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        .split('\0')
        .some((word) => word.endsWith(`/${program}`));
    } catch {
      return false;
    }
  });
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

/** The fourth word of `stat`, counted after the name in parentheses, which may hold anything. */
function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
