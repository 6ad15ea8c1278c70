import type { JSX } from 'preact';

type Island = JSX.HTMLAttributes<HTMLElement>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'form-enhancer': Island;
      'auto-submit': Island;
    }
  }
}
