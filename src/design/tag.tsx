import type { ComponentChildren } from 'preact';

/** `signal` needs the reader; the others are how far a thing has come. Each has its shape, tint and word. */
export type Tone = 'neutral' | 'waiting' | 'active' | 'done' | 'stopped' | 'signal';

export function Tag({
  tone = 'neutral',
  children,
}: {
  tone?: Tone | undefined;
  children: ComponentChildren;
}) {
  return <span class={`tag ${tone}`}>{children}</span>;
}
