import type { ComponentChildren } from 'preact';
import { SubmitButton } from '../../../design/button.tsx';
import { CopyText } from '../../../design/copy-text.tsx';
import { FactList } from '../../../design/fact-list.tsx';
import { Form } from '../../../design/form/form.tsx';
import { NumberField } from '../../../design/form/number-field.tsx';
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
  const [name = '', length = '0', root = '', , signature = ''] = checkpoint.split('\n');
  const size = Number(length);
  return (
    <>
      <PageHead title={t('log.title')} lead={t('log.lead')} />
      <section>
        <h2>{t('log.size', { size: formatNumber(visit.language, size) })}</h2>
        <p>{t('log.checkpoint-says')}</p>
        <FactList
          facts={[
            { label: t('log.name'), value: <code dir="ltr">{name}</code> },
            { label: t('log.root'), value: <CopyText text={root} /> },
            { label: t('log.signature'), value: <CopyText text={signature} /> },
          ]}
        />
        <p>
          <a href="/log/checkpoint">{t('log.download-checkpoint')}</a>
        </p>
      </section>
      <section>
        <h2>{t('log.proof-title')}</h2>
        <Form action={visit.href('/log/leaf')} method="get">
          <NumberField
            name="leaf"
            label={t('log.leaf')}
            hint={t('log.leaf-hint', { last: formatNumber(visit.language, Math.max(size - 1, 0)) })}
          />
          <SubmitButton look="plain">{t('log.download-proof')}</SubmitButton>
        </Form>
      </section>
      <section>
        <h2>{t('log.verify-title')}</h2>
        <p>{t('log.verify')}</p>
        <p>{t.rich('log.verifier-files', { one: program('verify.mjs'), two: program('checks.mjs') })}</p>
        <CopyText text={`node verify.mjs proof proof-0.tlog-proof --key "${verifierKey}"`} />
      </section>
      <section>
        <h2>{t('log.limits-title')}</h2>
        <p>{t('log.limits')}</p>
      </section>
    </>
  );
}

function program(file: string): (children: ComponentChildren) => ComponentChildren {
  return (children) => (
    <a href={`/log/verifier/${file}`} download>
      {children}
    </a>
  );
}
