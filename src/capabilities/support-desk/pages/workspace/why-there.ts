import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import { ignoreReasons } from '../../rules/ignored-mail.ts';
import { lookReasons } from '../../rules/look-reasons.ts';
import type { RawMail } from '../../store/raw-mail.ts';

/** Why a mail lies in the tray; what somebody typed when they put it away stands as they wrote it. */
export function whyThere(language: Language, { state, reason }: RawMail): string {
  const t = words(language);
  const ignored = ignoreReasons.find((one) => one === reason);
  if (state === 'ignored' && ignored) return t(`ignored.${ignored}`);
  const look = lookReasons.find((one) => one === reason);
  return look ? t(`look.${look}`) : (reason ?? '–');
}
