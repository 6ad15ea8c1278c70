/** Adds a button that copies the text; browsers without a clipboard keep the text to select. */
export class CopyText extends HTMLElement {
  connectedCallback(): void {
    if (!('clipboard' in navigator) || this.querySelector('button')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button plain';
    button.textContent = this.dataset['copy'] ?? '';
    button.addEventListener('click', () => void this.copy(button));
    this.append(button);
  }

  private async copy(button: HTMLButtonElement): Promise<void> {
    await navigator.clipboard.writeText(this.querySelector('code')?.textContent ?? '');
    button.textContent = this.dataset['copied'] ?? '';
    setTimeout(() => {
      button.textContent = this.dataset['copy'] ?? '';
    }, 2000);
  }
}
