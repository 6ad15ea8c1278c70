import type { Reporter, TestModule } from 'vitest/node';
import { leaveCounts } from './counts.ts';

/** Prints the last line that the workplace reads: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failedHere += 1;
      }
      // A file that could not be read, or whose set-up failed, failed no test and yet failed.
      if (module.state() === 'failed' && failedHere === 0) failedHere = 1;
      failed += failedHere;
    }
    leaveCounts('vitest', passed, failed);
    console.log(`${passed} passed, ${failed} failed`);
  }
}
