import { Difference } from '../difference.tsx';
import { Prose } from '../layout.tsx';
import { SideBySide } from '../side-by-side.tsx';
import { Thread } from '../thread.tsx';
import { words, useSamples } from './messages/index.ts';
import { SampleGroup } from './sample.tsx';

export function TextSamples() {
  const t = useSamples();
  const [en, ar] = [words('en'), words('ar')];
  return (
    <SampleGroup id="texts" title={t('texts')}>
      <Prose>
        <p>{t('gallery-lead')}</p>
        <ul>
          <li>{t('text-before')}</li>
          <li>{t('text-after')}</li>
        </ul>
      </Prose>
      <Difference before={t('text-before')} after={t('text-after')} />
      <Difference before={t('text-after')} after={t('text-after')} />
      <SideBySide
        original={{ lang: 'en', paragraphs: [en('text-before'), en('text-after'), en('notice-text')] }}
        translation={{ lang: 'ar', paragraphs: [ar('text-before'), ar('text-after')], stale: true }}
      />
      <Thread
        messages={[
          {
            key: 'm1',
            from: t('city-focal-point'),
            capacity: t('example-city'),
            at: new Date('2026-09-01T08:30:00Z'),
            body: `${t('notice-text')}\n\n${t('text-before')}`,
            attachments: [{ href: '#file', name: 'report-2026.pdf' }],
          },
          {
            key: 'm2',
            from: t('city-support'),
            at: new Date('2026-09-02T10:00:00Z'),
            body: t('text-after'),
            internal: true,
          },
          {
            key: 'm3',
            from: t('city-support'),
            at: new Date('2026-09-03T10:00:00Z'),
            body: t('next-after-report'),
          },
        ]}
      />
    </SampleGroup>
  );
}
