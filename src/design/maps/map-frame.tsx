import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { landOutline, mapHeight, mapWidth } from './outline.ts';

interface MapFrameProps {
  readonly title: string;
  readonly description: string;
  /** Drawn on the map's own grid, under the dots: regions. The land when not given. */
  readonly shapes?: ComponentChildren;
  /** Placed in percent, so that dots and words keep their size on a phone. */
  readonly children?: ComponentChildren;
}

/** The world in the Equal Earth projection, inline: a picture of its own would cost a request. */
export function MapFrame({ title, description, shapes, children }: MapFrameProps) {
  const id = useId();
  return (
    <svg class="map" role="img" aria-labelledby={`${id}t ${id}d`} direction="ltr">
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} width="100%" height="100%" class="land">
        {shapes ?? <path d={landOutline()} />}
      </svg>
      {children}
    </svg>
  );
}
