import { FactList } from '../../../../design/fact-list.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import type { FactorsHeld } from '../../rules/ways-in.ts';

/** What one can sign in with, and where to change each. */
export function WaysIn({ visit, factors }: { visit: Visit; factors: FactorsHeld }) {
  const t = words(visit.language);
  const fact = (label: string, said: string, path: string, change: string) => ({
    label,
    value: (
      <>
        {said}{' '}
        <a href={visit.href(path)} aria-label={`${change}: ${label}`}>
          {change}
        </a>
      </>
    ),
  });
  const setUp = (isThere: boolean) => (isThere ? t('change') : t('set-up'));
  return (
    <section>
      <h2>{t('ways-in')}</h2>
      <FactList
        stacked
        facts={[
          fact(
            t('passkeys'),
            t('passkeys-count', { n: factors.passkeys }),
            '/account/passkeys',
            setUp(factors.passkeys > 0),
          ),
          fact(
            t('passphrase'),
            factors.hasPassphrase ? t('is-set') : t('is-not-set'),
            '/account/passphrase',
            setUp(factors.hasPassphrase),
          ),
          fact(
            t('authenticator'),
            factors.hasAuthenticator ? t('is-set') : t('is-not-set'),
            '/account/authenticator',
            setUp(factors.hasAuthenticator),
          ),
          fact(
            t('printed-codes'),
            t('printed-codes-left', { n: factors.printedCodesLeft }),
            '/account/printed-codes',
            setUp(factors.printedCodesLeft > 0),
          ),
        ]}
      />
    </section>
  );
}
