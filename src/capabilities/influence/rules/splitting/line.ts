/** One line of a text as its file shows it; what a file does not tell is left out. */
export interface Line {
  readonly text: string;
  /** From 1; heads and feet are looked for page by page. */
  readonly page?: number;
  /** Height of the letters relative to the commonest in the file; footnotes are below 0.9. */
  readonly size?: number;
  /** The file itself says that a paragraph starts here (DOCX, HTML, Akoma Ntoso). */
  readonly starts?: boolean;
  /** The file itself says what it is. */
  readonly part?: 'heading' | 'preambular' | 'operative';
}
