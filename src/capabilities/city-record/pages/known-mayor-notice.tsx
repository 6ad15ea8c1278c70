import { SubmitButton } from '../../../design/button.tsx';
import { Notice } from '../../../design/notice.tsx';
import type { Language } from '../../../kernel/language.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { formatDate } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { KnownMayor } from '../rules/known-mayor.ts';
import { factPath } from './place.ts';

interface KnownMayorProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly base: string;
  readonly known: KnownMayor;
  readonly asCity: boolean;
  readonly form: FormState;
}

/** Not asked again: shown, to be confirmed in one press, or corrected. */
export function KnownMayorNotice({ language, href, base, known, asCity, form }: KnownMayorProps) {
  const t = words(language);
  const path = factPath(base, 'mayor', '');
  const hidden = {
    key: `${form.idempotencyKey.slice(-12)}-known-mayor`,
    version: '0',
    name: known.name,
    office: known.office,
    from: known.from ?? '',
    to: known.to ?? '',
    audience: 'public',
    source: t('known-source'),
  };
  return (
    <Notice title={t('known-mayor')}>
      <p>
        {t('known-mayor-says', {
          name: known.name,
          office: t(`choice.${known.office}`),
          since: known.from ? formatDate(language, known.from) : 'none',
        })}
      </p>
      {asCity && (
        <form method="post" action={href(path)}>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton>{t('known-right')}</SubmitButton>
        </form>
      )}
      <p>
        <a href={href(path)}>{t('change')}</a>
      </p>
    </Notice>
  );
}
