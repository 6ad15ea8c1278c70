import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { h } from 'preact';
import type { ComponentChildren } from 'preact';
import { SubmitButton } from '../../../design/button.tsx';
import { useLanguage } from '../../../design/language-context.ts';
import { words } from '../messages/index.ts';

interface PasskeyFormProps {
  readonly action: string;
  readonly idempotencyKey: string;
  readonly label: string;
  readonly to?: string | undefined;
  readonly ceremony: 'get' | 'create';
  /** None where passkeys cannot exist. */
  readonly options:
    | PublicKeyCredentialRequestOptionsJSON
    | PublicKeyCredentialCreationOptionsJSON
    | undefined;
  /** More fields. */
  readonly children?: ComponentChildren;
}

/** A form that the page's script shows and fills with the device's answer. Without script it says what else there is. */
export function PasskeyForm({ options, ...props }: PasskeyFormProps) {
  const t = words(useLanguage());
  if (!options) return <p>{t('passkey-needs-name')}</p>;
  return h(
    'passkey-button',
    {
      'data-ceremony': props.ceremony,
      'data-options': JSON.stringify(options),
      'data-cancelled': t('passkey-cancelled'),
    },
    // Hidden by what is around it: a form has a display of its own.
    <div hidden>
      <form class="form" method="post" action={props.action}>
        <input type="hidden" name="key" value={props.idempotencyKey} />
        <input type="hidden" name="response" value="" />
        {props.to && <input type="hidden" name="to" value={props.to} />}
        {props.children}
        <SubmitButton>{props.label}</SubmitButton>
      </form>
    </div>,
    <noscript>
      <p>{t('passkey-needs-script')}</p>
    </noscript>,
    <p role="status" />,
  );
}
