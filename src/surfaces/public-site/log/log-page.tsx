import { PageHead } from '../../../design/page-head.tsx';
import type { Visit } from '../../../platform/http/route.ts';
import { formatNumber } from '../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';

interface LogPageProps {
  readonly visit: Visit;
  /** The signed tree head: origin, size, root, signature, one a line. */
  readonly checkpoint: string;
  readonly verifierKey: string;
}

/** What the log proves and what it does not, its newest checkpoint, and how to check a proof without us. */
export function LogPage({ visit, checkpoint, verifierKey }: LogPageProps) {
  const t = words(visit.language);
  const size = Number(checkpoint.split('\n')[1]);
  return (
    <>
      <PageHead title={t('log.title')} lead={t('log.lead')} />
      <section>
        <h2>{t('log.size', { size: formatNumber(visit.language, size) })}</h2>
        <p>{t('log.checkpoint-says')}</p>
        <pre dir="ltr" tabIndex={0} aria-label={t('log.checkpoint')}>
          {checkpoint}
        </pre>
        <p>
          <a href="/log/checkpoint">{t('log.download-checkpoint')}</a>
        </p>
      </section>
      <section>
        <h2>{t('log.proof-title')}</h2>
        <form action={visit.href('/log/leaf')} method="get">
          <div class="field">
            <label for="leaf">{t('log.leaf')}</label>
            <p class="hint" id="leaf-hint">
              {t('log.leaf-hint', { last: formatNumber(visit.language, Math.max(size - 1, 0)) })}
            </p>
            <input
              id="leaf"
              name="leaf"
              type="text"
              inputMode="numeric"
              pattern="[0-9]+"
              required
              aria-describedby="leaf-hint"
              class="short"
            />
          </div>
          <button type="submit">{t('log.download-proof')}</button>
        </form>
      </section>
      <section>
        <h2>{t('log.verify-title')}</h2>
        <p>{t('log.verify')}</p>
        <p>
          {t.rich('log.verifier-files', {
            one: (children) => (
              <a href="/log/verifier/verify.mjs" download>
                {children}
              </a>
            ),
            two: (children) => (
              <a href="/log/verifier/checks.mjs" download>
                {children}
              </a>
            ),
          })}
        </p>
        <pre
          dir="ltr"
          tabIndex={0}
          aria-label={t('log.verify-title')}
        >{`node verify.mjs proof proof-0.tlog-proof --key "${verifierKey}"`}</pre>
      </section>
      <section>
        <h2>{t('log.limits-title')}</h2>
        <p>{t('log.limits')}</p>
      </section>
    </>
  );
}
