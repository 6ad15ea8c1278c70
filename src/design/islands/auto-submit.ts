/** Filters apply as soon as a list or box is changed; text waits for the button or Enter. */
export class AutoSubmit extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', (event) => {
      const field = event.target;
      // A list walked through with the arrow keys changes at each step; only a pointer's choice is final at once.
      const final =
        field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
      if (final || (field instanceof HTMLSelectElement && this.byPointer)) field.form?.requestSubmit();
    });
    this.addEventListener('pointerdown', () => {
      this.byPointer = true;
    });
    this.addEventListener('keydown', () => {
      this.byPointer = false;
    });
  }

  private byPointer = false;
}
