import { readerLocale } from './reader-locale.ts';

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** Adds "2 hours ago" to a moment that is written out. */
export class RelativeTime extends HTMLElement {
  connectedCallback(): void {
    const seconds = (Date.parse(this.dataset['at'] ?? '') - Date.now()) / 1000;
    if (Number.isNaN(seconds)) return;
    const said = document.createElement('span');
    said.className = 'quiet';
    said.textContent = ` (${howLong(seconds)})`;
    this.append(said);
  }
}

function howLong(seconds: number): string {
  const words = new Intl.RelativeTimeFormat(readerLocale(), { numeric: 'auto' });
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return words.format(Math.trunc(seconds / length), unit);
  }
  return words.format(0, 'minute');
}
