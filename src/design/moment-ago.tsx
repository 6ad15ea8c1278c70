import { InstantText } from './date-text.tsx';
import { Island } from './island.tsx';

/** A moment; the island `relative-time` adds how long ago it was by the reader's clock. */
export function MomentAgo({ at, timeZone }: { at: Date; timeZone?: string | undefined }) {
  return (
    <Island is="relative-time" tells={{ at: at.toISOString() }}>
      <InstantText at={at} timeZone={timeZone} />
    </Island>
  );
}
