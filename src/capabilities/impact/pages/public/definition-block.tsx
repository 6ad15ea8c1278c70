import { DateText } from '../../../../design/date-text.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import type { FigurePage } from '../../store/figure-page.ts';
import { partial } from '../say.ts';

interface DefinitionBlockProps {
  readonly page: FigurePage;
  readonly language: Language;
  readonly href: (path: string) => string;
}

/** How the figure is counted: its words, its kinds of claim, and each version it ever had. */
export function DefinitionBlock({ page, language, href }: DefinitionBlockProps) {
  const t = words(language);
  const { definition, figure, versions } = page;
  return (
    <section id="definition">
      <h2>{t('how-we-count')}</h2>
      <FactList
        stacked
        facts={[
          { label: t('counts'), value: definition.counts[language] },
          { label: t('does-not-count'), value: definition.doesNotCount[language] },
          {
            label: t('claims-counted'),
            value: definition.kinds.map((kind) => t(`kind.${kind}`)).join(' · '),
          },
          { label: t('measure'), value: t(`measure.${figure.measure}`) },
          {
            label: t('versions'),
            value: versions.map((one, index) => (
              <>
                {index > 0 && ' · '}
                {one.version === definition.version ? (
                  <strong>{t('version-n', { n: one.version })}</strong>
                ) : (
                  <a href={href(`/impact/${figure.key}?version=${one.version}`)}>
                    {t('version-n', { n: one.version })}
                  </a>
                )}{' '}
                <DateText date={partial(one.adopted, one.precision)} />
              </>
            )),
          },
        ]}
      />
      <SourceList sources={definition.sources} href={href} />
      <p class="quiet">
        {t('definition-logged')}{' '}
        <a href={`/log/proof/${definition.leafIndex}`}>{t('leaf-n', { n: definition.leafIndex })}</a>
      </p>
    </section>
  );
}
