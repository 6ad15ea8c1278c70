import type { Language } from '../../../../kernel/language.ts';
import { formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { EntryPage } from '../../store/entry-page.ts';

interface EntryProofProps {
  readonly page: EntryPage;
  readonly language: Language;
  readonly href: (path: string) => string;
}

/** Where the entry stands in the public log, and how anyone checks it without us. */
export function EntryProof({ page, language, href }: EntryProofProps) {
  const t = words(language);
  const { leafIndex } = page.entry;
  if (leafIndex === null) return null;
  return (
    <section id="proof">
      <h2>{t('proof-title')}</h2>
      <p>{t('proof-says', { leaf: leafIndex, size: formatNumber(language, page.logSize) })}</p>
      {page.leafHash && (
        <p>
          {t('leaf-hash')} <code dir="ltr">{page.leafHash}</code>
        </p>
      )}
      <ul>
        <li>
          <a href={`/log/proof/${leafIndex}`}>{t('download-proof')}</a>
        </li>
        <li>
          <a href={`/log/leaf/${leafIndex}`}>{t('read-leaf')}</a>
        </li>
        <li>
          <a href="/log/checkpoint">{t('checkpoint')}</a>
        </li>
        <li>
          <a href={href('/log')}>{t('how-to-verify')}</a>
        </li>
      </ul>
      <p class="quiet">{t('proof-limit')}</p>
    </section>
  );
}
