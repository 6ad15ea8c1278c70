import type { Language } from '../../kernel/language.ts';
import { Breadcrumb } from '../breadcrumb.tsx';
import { ButtonLink } from '../button.tsx';
import { CityName } from '../city-name.tsx';
import { LanguageContext } from '../language-context.ts';
import { PageHead } from '../page-head.tsx';
import { Tag } from '../tag.tsx';
import { ChartSamples } from './chart-samples.tsx';
import { FigureSamples } from './figure-samples.tsx';
import { FormSamples } from './form-samples.tsx';
import { ListSamples } from './list-samples.tsx';
import { MapSamples } from './map-samples.tsx';
import { words } from './messages/index.ts';
import { RecordSamples } from './record-samples.tsx';
import { StatusSamples } from './status-samples.tsx';
import { TextSamples } from './text-samples.tsx';

/**
 * Every piece of the kit in all its states, with invented content: look at it at 360 and 1280 px, light and dark, printed,
 * and in Arabic (`/ar/gallery`) before changing a style. Stands inside a page shell of either face.
 */
export function Gallery({ language }: { language: Language }) {
  const t = words(language);
  return (
    <LanguageContext.Provider value={language}>
      <Breadcrumb
        crumbs={[
          { href: '#start', label: t('start') },
          { href: '#cities', label: t('cities') },
        ]}
      />
      <PageHead
        kind={t('gallery')}
        title={t('gallery-title')}
        lead={t('gallery-lead')}
        stage={<Tag tone="active">{t('stage-review')}</Tag>}
        facts={[
          {
            label: t('city'),
            value: (
              <CityName name={t('example-city')} localName="Ciudad Ejemplo" country={t('example-country')} />
            ),
          },
          { label: t('owner'), value: t('city-support') },
          { label: t('reference'), value: <bdi>EX-2026-014</bdi> },
        ]}
        next={
          <>
            <ButtonLink look="main" href="#forms">
              {t('send-report')}
            </ButtonLink>
            <ButtonLink href="#lists">{t('look-first')}</ButtonLink>
          </>
        }
      />
      <FigureSamples />
      <StatusSamples />
      <FormSamples />
      <ListSamples />
      <RecordSamples />
      <ChartSamples />
      <MapSamples />
      <TextSamples />
    </LanguageContext.Provider>
  );
}
