import { readFileSync } from 'node:fs';
import { startPlatform } from '../tests/support/running-platform.ts';
import { rmSync } from 'node:fs';

export interface StartMeasure {
  readonly firstStartSeconds: number;
  readonly nextStartSeconds: number;
  /** Resident memory of web plus worker, in megabytes: at rest, and after `load`. */
  readonly restMegabytes: number;
  readonly loadedMegabytes: number;
}

/** Starts the product on an empty folder, then again, and weighs web and worker at rest and after a load. */
export async function measureStart(load: (address: string) => Promise<void>): Promise<StartMeasure> {
  const began = performance.now();
  const first = await startPlatform({ keep: true });
  const firstStartSeconds = (performance.now() - began) / 1000;
  await first.stop();
  const again = performance.now();
  const next = await startPlatform({ dataDir: first.dataDir, keep: true });
  const nextStartSeconds = (performance.now() - again) / 1000;
  try {
    const restMegabytes = memoryOfChildren(next.main.pid ?? 0);
    await load(next.address);
    return {
      firstStartSeconds,
      nextStartSeconds,
      restMegabytes,
      loadedMegabytes: memoryOfChildren(next.main.pid ?? 0),
    };
  } finally {
    await next.stop();
    rmSync(first.dataDir, { recursive: true, force: true });
  }
}

/** The main program's children are web and worker; the database is nobody's child. */
function memoryOfChildren(parent: number): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(/\s+/);
  const kilobytes = children.map((pid) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}
