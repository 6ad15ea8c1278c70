import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { leaveCounts } from '../../support/counts.ts';

export default class CountingReporter implements Reporter {
  private passed = 0;
  private failed = 0;

  onTestEnd(_test: TestCase, result: TestResult): void {
    if (result.status === 'passed') this.passed += 1;
    else this.failed += 1;
  }

  onEnd(): void {
    leaveCounts('journeys', this.passed, this.failed);
  }
}
