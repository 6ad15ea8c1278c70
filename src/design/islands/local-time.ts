import { readerLocale } from './reader-locale.ts';

/** A deadline's hour by the reader's own clock, when that is another than the one written. */
export class LocalTime extends HTMLElement {
  connectedCallback(): void {
    const at = new Date(this.dataset['at'] ?? '');
    if (Number.isNaN(at.getTime())) return;
    const words = new Intl.DateTimeFormat(readerLocale(), {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    this.textContent = `(${words.format(at)} · ${this.dataset['words'] ?? ''})`;
  }
}
