import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The whole product as `npm start` runs it, on a folder and port of its own. */
export interface RunningPlatform {
  readonly address: string;
  readonly dataDir: string;
  /** One-time sign-in links by the name of the trial person. */
  readonly links: Readonly<Record<string, string>>;
  /** Everything it printed. */
  printed(): string;
  readonly main: ChildProcess;
  stop(): Promise<void>;
}

interface Options {
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Keep the folder after stopping, to start on it again. */
  readonly keep?: boolean;
}

/** @throws Error with what it printed when it does not come up within three minutes */
export async function startPlatform(options: Options = {}): Promise<RunningPlatform> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'mmc-run-'));
  chmodSync(dataDir, 0o755);
  const main = spawn(process.execPath, ['dist/programs/main.js'], {
    env: { ...process.env, PORT: '0', MODE: 'trial', DATA_DIR: dataDir, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  main.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  main.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  try {
    await untilReady(main, () => printed);
  } catch (error) {
    // Left alone it would go on for ever, and its database with it.
    if (main.exitCode === null && main.kill('SIGTERM')) await once(main, 'exit');
    throw error;
  }
  const address = /Ready in [\d.]+ s: (\S+)/.exec(printed)?.[1] ?? '';
  const links = Object.fromEntries(
    [...printed.matchAll(/^ {2}(\S.*?) {2,}(http\S+)$/gm)].map(([, name = '', link = '']) => [name, link]),
  );
  return {
    address,
    dataDir,
    links,
    printed: () => printed,
    main,
    stop: async () => {
      if (main.exitCode === null && main.signalCode === null) {
        main.kill('SIGTERM');
        await once(main, 'exit');
      }
      if (!options.keep && !options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilReady(main: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (
    !/Ready in [\s\S]*\n/.test(printed()) ||
    (printed().includes('Trial mode.') && !printed().endsWith('\n\n'))
  ) {
    if (main.exitCode !== null) throw new Error(`The platform ended with ${main.exitCode}:\n${printed()}`);
    if (Date.now() > deadline) throw new Error(`The platform did not become ready:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
