import { SubmitButton } from '../../../design/button.tsx';
import { Confirmation } from '../../../design/confirmation.tsx';
import { Form } from '../../../design/form/form.tsx';
import { SelectField } from '../../../design/form/select-field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import type { Judgement } from '../../../platform/imports/judge.ts';
import type { AnyImportKind } from '../../../platform/imports/kind.ts';
import { words } from '../../../platform/imports/messages/index.ts';
import type { Batch } from '../../../platform/imports/store.ts';
import { explain } from '../../../platform/languages/catalogue.ts';
import { RefusedRows } from './refused-rows.tsx';

export interface ImportPageProps {
  readonly visit: Visit;
  readonly kind: AnyImportKind;
  readonly batch: Batch;
  /** Only while the file is read and not yet added. */
  readonly judgement: Judgement<unknown> | null;
  readonly state: FormState;
}

/** One file on its way in: match its columns, see what would be refused, add the rest, or undo it. */
export function ImportPage(props: ImportPageProps) {
  const { visit, kind, batch } = props;
  const t = words(visit.language);
  if (batch.stage === 'confirmed') return <Added {...props} />;
  return (
    <>
      <PageHead title={<bdi>{batch.fileName}</bdi>} kind={explain(visit.language, kind.title)} />
      {batch.stage === 'undone' && <Notice title={t('undone-title')}>{t('undone-next')}</Notice>}
      {props.judgement && <Result {...props} judgement={props.judgement} />}
      {props.judgement && <Matching {...props} />}
    </>
  );
}

function Result({
  visit,
  kind,
  batch,
  judgement,
  state,
}: ImportPageProps & { judgement: Judgement<unknown> }) {
  const t = words(visit.language);
  const rows = judgement.good.length;
  if (judgement.missing.length > 0) {
    return <Notice title={t('match')}>{t('missing', { columns: judgement.missing.join(', ') })}</Notice>;
  }
  return (
    <>
      <section>
        <h2>{t('good-rows', { rows })}</h2>
        {rows > 0 && (
          <Form
            id="confirm"
            action={visit.href(`/workspace/imports/${batch.id}/confirmation`)}
            problems={state.problems}
            idempotencyKey={state.idempotencyKey}
          >
            <input type="hidden" name="expected" value={rows} />
            <p>{t('confirm-says')}</p>
            <SubmitButton>{t('confirm', { rows })}</SubmitButton>
          </Form>
        )}
      </section>
      <RefusedRows visit={visit} kind={kind} batch={batch} refused={judgement.refused} />
    </>
  );
}

function Matching({ visit, kind, batch, state }: ImportPageProps) {
  const t = words(visit.language);
  const places = batch.table.head.map((head, place) => ({
    value: String(place),
    label: head || `#${place + 1}`,
  }));
  return (
    <section>
      <h2>{t('match')}</h2>
      <p>{t('match-hint')}</p>
      <Form
        id="match"
        aside
        action={visit.href(`/workspace/imports/${batch.id}/mapping`)}
        idempotencyKey={`${state.idempotencyKey}-m`}
        answers={Object.fromEntries(
          Object.entries(batch.mapping).map(([name, place]) => [name, String(place)]),
        )}
      >
        {kind.columns.map((column) => (
          <SelectField
            key={column.name}
            name={column.name}
            label={column.name}
            hint={explain(visit.language, column.says)}
            choices={places}
            none={t('not-in-file')}
            optional={!column.needed}
          />
        ))}
        <SubmitButton look="plain">{t('match-again')}</SubmitButton>
      </Form>
    </section>
  );
}

function Added({ visit, batch, state }: ImportPageProps) {
  const t = words(visit.language);
  return (
    <>
      <Confirmation title={t('done', { rows: batch.recordIds.length })} reference={batch.fileName}>
        <p>{t('done-next')}</p>
      </Confirmation>
      <Form
        action={visit.href(`/workspace/imports/${batch.id}/undoing`)}
        problems={state.problems}
        idempotencyKey={state.idempotencyKey}
      >
        <SubmitButton look="danger">{t('undo')}</SubmitButton>
      </Form>
    </>
  );
}
