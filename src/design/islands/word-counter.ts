/** Counts words while one types, by the rules of the language, as the server does at each saving. */
export class WordCounter extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
    const count = this.querySelector('p');
    if (!box || !count) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    box.addEventListener('input', () => {
      clearTimeout(waiting);
      // A long text takes a while to count: not at each key.
      waiting = setTimeout(() => this.say(count, box.value), 200);
    });
  }

  private say(count: Element, text: string): void {
    const { says = '', most = '', lang = 'en' } = this.dataset;
    let words = 0;
    for (const part of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
      if (part.isWordLike) words += 1;
    }
    count.textContent = says.replace('#', String(words));
    count.classList.toggle('error', words > Number(most));
  }
}
