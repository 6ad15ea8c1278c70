import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { FileField } from '../../../../design/form/file-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { h } from 'preact';
import type { Visit } from '../../../../platform/http/route.ts';
import type { Overview } from '../../actions/overview.ts';
import { words } from '../../messages/index.ts';
import type { Attachment } from '../../store/attachments.ts';
import type { Commitment } from '../../store/commitments.ts';
import { saverWords } from './saver-words.ts';
import type { Door } from './door.ts';

interface ReceiptPageProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly overview: Overview;
  readonly sent: Commitment;
  readonly missing: readonly Attachment[];
}

/** What was received, to the second, and the proof of it; files that may still follow. */
export function ReceiptPage({ visit, door, overview, sent, missing }: ReceiptPageProps) {
  const { open, city } = overview;
  const { language } = visit;
  const t = words(language);
  const to = (path: string) => visit.href(`${door.base}/${path}`);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(door.base), label: open.window.name[language] }]} />
      <Confirmation
        title={t('received')}
        reference={sent.id}
        receipt={{ href: to('receipt.tlog-proof'), label: t('download-proof') }}
      >
        <p>{t('received-next')}</p>
      </Confirmation>
      {missing.length > 0 && (
        <Notice tone="signal" title={t('files-missing', { n: missing.length })}>
          <p>{t('files-missing-hint')}</p>
          <ul>
            {missing.map((file) => (
              <li key={file.id}>
                <bdi>{file.name}</bdi>
              </li>
            ))}
          </ul>
          {h(
            'answer-saver',
            { ...saverWords(language, '', to('uploads')) },
            <Form action={to('late-files')} files idempotencyKey={visit.world.newId()} id="late">
              <FileField
                name={`${missing[0]?.questionKey ?? ''}.upload`}
                label={t('same-file-again')}
                optional
              />
              <SubmitButton look="plain">{t('send-file')}</SubmitButton>
            </Form>,
          )}
        </Notice>
      )}
      <section>
        <h2>{t('what-was-received')}</h2>
        <FactList
          stacked
          facts={[
            {
              label: t('received-at'),
              value: <InstantText at={sent.committedAt} timeZone={city.timeZone} />,
            },
            { label: t('sent-by'), value: <bdi>{sent.byName}</bdi> },
            {
              label: t('log-entry'),
              value: <a href={visit.href(`/log/leaf?leaf=${sent.leafIndex}`)}>{sent.leafIndex}</a>,
            },
            { label: t('manifest-hash'), value: <code>{sent.manifestSha256}</code> },
          ]}
        />
        <p>
          <a href={to('receipt.json')}>{t('download-receipt')}</a>
        </p>
        <p>{t('how-to-check')}</p>
        <pre>
          <code>node verify.mjs proof receipt.tlog-proof --key KEY</code>
        </pre>
        <p>
          <a href={visit.href('/log')}>{t('about-the-log')}</a>
        </p>
      </section>
    </>
  );
}
