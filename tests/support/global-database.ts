import type { TestProject } from 'vitest/node';
import { startTestServer } from '../../src/platform/database/testing-server.ts';

/** Starts one throw-away PostgreSQL for all test files that need it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide('testServer', server.address);
  return () => server.stop();
}
