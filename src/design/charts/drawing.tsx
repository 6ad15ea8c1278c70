import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { localeTag } from '../../platform/languages/catalogue.ts';
import { formatNumber } from '../../platform/languages/format.ts';
import type { Language } from '../../kernel/language.ts';

interface DrawingProps {
  readonly title: string;
  readonly description: string;
  readonly height: number;
  readonly children: ComponentChildren;
}

/**
 * A picture as wide as its place: across in percent, down in pixels, so that words keep their size on a phone.
 * Always left to right inside, as time and numbers run; `children` are SVG elements.
 */
export function Drawing({ title, description, height, children }: DrawingProps) {
  const id = useId();
  return (
    <svg
      class="drawing"
      width="100%"
      height={height}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      direction="ltr"
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      {children}
    </svg>
  );
}

interface StretchProps {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  /** Percent of the drawing. */
  readonly width: number;
  readonly height: number;
  readonly children: ComponentChildren;
}

/** Where lines and areas are drawn on a square of 1000 by `height`, pulled to the width there is. */
export function Stretch({ x = 0, y = 0, width, height, children }: StretchProps) {
  return (
    <svg
      class="stretch"
      x={percent(x)}
      y={y}
      width={percent(width)}
      height={height}
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
    >
      {children}
    </svg>
  );
}

export function percent(share: number): string {
  return `${Math.round(share * 10) / 10}%`;
}

export type NumberFormat = (value: number) => string;

export function plainNumbers(language: Language): NumberFormat {
  return (value) => formatNumber(language, value);
}

/** `1.2M` on an axis, where the full number stands in the table. */
export function shortNumbers(language: Language): NumberFormat {
  return (value) => formatNumber(language, value, { notation: 'compact', maximumFractionDigits: 1 });
}

/** "A, B and C". */
export function listed(language: Language, parts: readonly string[]): string {
  return new Intl.ListFormat(localeTag(language)).format(parts);
}
