import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** The course of a number, beside it. Says nothing the number and its change do not. */
export function Spark({ values }: { values: readonly number[] }) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const y = scaleLinear([low, high === low ? low + 1 : high], [22, 2]);
  const path = line<number>((_, index) => (index / Math.max(values.length - 1, 1)) * 100, y).digits(1);
  return (
    <svg class="spark" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      <path d={path([...values]) ?? ''} />
    </svg>
  );
}
