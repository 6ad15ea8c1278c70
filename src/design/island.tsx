import { type ComponentChildren, h } from 'preact';

interface IslandProps {
  /** Its custom element, in islands/. */
  readonly is:
    | 'form-enhancer'
    | 'auto-submit'
    | 'city-typeahead'
    | 'copy-text'
    | 'local-time'
    | 'word-counter'
    | 'relative-time';
  readonly class?: string | undefined;
  /** What the element needs to know and say, as `data-…`. */
  readonly tells?: Readonly<Record<string, string>> | undefined;
  readonly children?: ComponentChildren;
}

/** Where a custom element takes over once its script has come; what it wraps works without it. */
export function Island({ is, class: look, tells = {}, children }: IslandProps) {
  const told = Object.fromEntries(Object.entries(tells).map(([name, said]) => [`data-${name}`, said]));
  return h(is, { ...told, class: look }, children);
}
