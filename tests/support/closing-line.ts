import type { Reporter, TestModule } from 'vitest/node';
import { leaveCounts } from './counts.ts';

/** Prints the last line that the workplace reads: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
    }
    leaveCounts('vitest', passed, failed);
    console.log(`${passed} passed, ${failed} failed`);
  }
}
