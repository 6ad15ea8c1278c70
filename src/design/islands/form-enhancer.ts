/** Brings the reader to the problems, sends a form only once, and says when a draft is not saved. */
export class FormEnhancer extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    // Browsers without `autofocus` on such an element leave the reader at the top.
    this.querySelector<HTMLElement>('.error-summary[autofocus]')?.focus();
    form.addEventListener('submit', (event) => this.sendOnce(form, event));
    form.addEventListener('input', () => this.sayUnsaved());
    // Coming back by the browser's button shows the page as it was left: sending must be possible again.
    addEventListener('pageshow', (event) => {
      if (event.persisted) this.release(form);
    });
  }

  private sendOnce(form: HTMLFormElement, event: SubmitEvent): void {
    if (form.dataset['sending']) return event.preventDefault();
    form.dataset['sending'] = 'yes';
    const button = event.submitter;
    // Not `disabled`: a disabled button's own name and value would not be sent.
    button?.setAttribute('aria-disabled', 'true');
    const status = this.querySelector('.save-state');
    if (status) status.textContent = this.dataset['working'] ?? '';
    // A connection that died must not lock the form for good.
    setTimeout(() => this.release(form), 15_000);
  }

  private release(form: HTMLFormElement): void {
    delete form.dataset['sending'];
    form.querySelector('[aria-disabled]')?.removeAttribute('aria-disabled');
  }

  private sayUnsaved(): void {
    const status = this.querySelector<HTMLElement>('.save-state');
    if (!status || status.classList.contains('unsaved')) return;
    status.classList.add('unsaved');
    status.textContent = status.dataset['unsaved'] ?? '';
  }
}
