import { type ChildProcess, fork } from 'node:child_process';

export interface Child {
  pid(): number | undefined;
  stop(): Promise<void>;
}

/**
 * Runs a program as a child and starts it again whenever it dies, sooner the longer it had lived.
 * @param onReady called each time it says that it listens, with its port
 */
export function keepRunning(
  program: URL,
  nodeOptions: readonly string[],
  onReady: (port: number) => void,
): Child {
  let stopping = false;
  let current: ChildProcess | undefined;
  let failures = 0;
  const start = () => {
    const born = Date.now();
    const child = fork(program, {
      execArgv: [...nodeOptions],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    current = child;
    child.on('message', (message) => onReady((message as { listening: number }).listening));
    child.once('exit', (code, signal) => {
      if (stopping) return;
      failures = Date.now() - born > 10_000 ? 0 : failures + 1;
      process.stderr.write(
        `${program.pathname.split('/').at(-1)} ended (${signal ?? code}); starting it again.\n`,
      );
      setTimeout(start, Math.min(200 * 2 ** failures, 3_000));
    });
  };
  start();
  return {
    pid: () => current?.pid,
    stop: async () => {
      stopping = true;
      if (!current || current.exitCode !== null || current.signalCode !== null) return;
      const ended = new Promise((resolve) => current?.once('exit', resolve));
      current.kill('SIGTERM');
      await ended;
    },
  };
}
