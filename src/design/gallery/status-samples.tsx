import { ButtonLink, SubmitButton } from '../button.tsx';
import { Confirmation } from '../confirmation.tsx';
import { CopyText } from '../copy-text.tsx';
import { Deadline } from '../deadline.tsx';
import { EmptyState } from '../empty-state.tsx';
import { MomentAgo } from '../moment-ago.tsx';
import { Notice } from '../notice.tsx';
import { Tag } from '../tag.tsx';
import { useSamples } from './messages/index.ts';
import { SampleGroup } from './sample.tsx';

const now = new Date('2026-09-30T09:00:00Z');

export function StatusSamples() {
  const t = useSamples();
  return (
    <SampleGroup id="status" title={t('status')}>
      <p>
        <Tag>{t('draft')}</Tag> <Tag tone="waiting">{t('waits')}</Tag>{' '}
        <Tag tone="active">{t('stage-review')}</Tag> <Tag tone="done">{t('completed')}</Tag>{' '}
        <Tag tone="stopped">{t('withdrawn')}</Tag> <Tag tone="signal">{t('needs-you')}</Tag>
      </p>
      <Notice title={t('notice-title')}>{t('notice-text')}</Notice>
      <Notice tone="done">{t('saved')}</Notice>
      <Notice tone="signal" title={t('needs-you')}>
        {t('notice-text')}
      </Notice>
      <Notice tone="stopped" title={t('stale-title')}>
        {t('notice-text')}
      </Notice>
      <EmptyState title={t('no-city')} action={{ href: '#lists', label: t('clear') }}>
        {t('why-no-city')}
      </EmptyState>
      <p>
        <Deadline
          at={new Date('2026-11-21T16:00:00Z')}
          now={now}
          timeZone="Europe/Brussels"
          readerZone="Africa/Nairobi"
        />
      </p>
      <p>
        <Deadline at={new Date('2026-10-01T16:00:00Z')} now={now} timeZone="UTC" />
      </p>
      <p>
        <Deadline at={new Date('2026-09-01T16:00:00Z')} now={now} timeZone="UTC" />
      </p>
      <p>
        <MomentAgo at={new Date('2026-09-30T07:00:00Z')} /> · <CopyText text="EX-2026-014" />
      </p>
      <p>
        <SubmitButton>{t('send-report')}</SubmitButton>{' '}
        <ButtonLink href="#status">{t('look-first')}</ButtonLink>{' '}
        <SubmitButton look="danger">{t('withdraw')}</SubmitButton>
      </p>
      <Confirmation
        title={t('report-sent')}
        level={2}
        reference="EX-2026-014"
        receipt={{ href: '#receipt', label: t('receipt') }}
      >
        {t('next-after-report')}
      </Confirmation>
    </SampleGroup>
  );
}
