// @ts-check
import { spawn } from 'node:child_process';

/**
 * @typedef {{ name: string, command: string, args: string[], env?: Record<string, string> }} Step
 */

/**
 * Runs steps one after the other, says how long each took, and goes on after a failure so that all is seen at once.
 * @param {readonly Step[]} steps
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function runSteps(steps) {
  const failed = [];
  for (const step of steps) {
    const started = Date.now();
    console.log(`\n── ${step.name}`);
    const code = await run(step);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`── ${step.name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
    if (code !== 0) failed.push(step.name);
  }
  return failed;
}

/** @param {Step} step @returns {Promise<number>} */
function run({ command, args, env }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {string} name a program of node_modules/.bin */
export const bin = (name) => `node_modules/.bin/${name}`;
