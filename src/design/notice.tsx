import type { ComponentChildren } from 'preact';
import type { Tone } from './tag.tsx';

interface NoticeProps {
  readonly tone?: Extract<Tone, 'neutral' | 'done' | 'signal' | 'stopped'> | undefined;
  readonly title?: string | undefined;
  /** Something just happened: screen readers read it when the page opens. */
  readonly live?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** A sentence the reader should not miss, in the flow of the page. */
export function Notice({ tone = 'neutral', title, live, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={live ? (tone === 'stopped' ? 'alert' : 'status') : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
