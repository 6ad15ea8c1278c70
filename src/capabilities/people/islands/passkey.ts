import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

/**
 * `<passkey-button data-ceremony="get|create" data-options="…" data-cancelled="…">` around a hidden form: shows the form,
 * asks the device on its sending, puts the answer into the field `response`, and sends it on its ordinary way.
 */
class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form || !browserSupportsWebAuthn()) return;
    for (const part of this.querySelectorAll<HTMLElement>('[hidden]')) part.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#ask(form);
    });
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    const said = this.querySelector('[role=status]');
    const field = form.elements.namedItem('response');
    if (!(field instanceof HTMLInputElement)) return;
    try {
      const optionsJSON = JSON.parse(this.dataset['options'] ?? '{}');
      const answer = await (this.dataset['ceremony'] === 'create' ? startRegistration : startAuthentication)({
        optionsJSON,
      });
      field.value = JSON.stringify(answer);
      form.submit();
    } catch {
      // Cancelled, timed out or refused by the device: browsers do not say which, on purpose.
      if (said) said.textContent = this.dataset['cancelled'] ?? '';
    }
  }
}

customElements.define('passkey-button', PasskeyButton);
