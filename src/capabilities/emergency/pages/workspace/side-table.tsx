import { SubmitButton } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { words } from '../../messages/index.ts';
import type { SideName } from '../../store/help.ts';
import type { Side } from '../../store/record.ts';
import { type Frame, sideName } from '../frame.ts';
import { Press } from '../press.tsx';
import type { HelpDeskState } from './help-desk.tsx';

interface SideTableProps extends Frame, HelpDeskState {
  readonly side: SideName;
  readonly sides: readonly Side[];
  readonly mayRun: boolean;
}

/** Needs or offers as they came in: whose, verified or not, agreed to be named or not, with their case. */
export function SideTable(props: SideTableProps) {
  const { language, href, record, side, sides } = props;
  const t = words(language);
  const asks = side === 'need';
  return (
    <section id={`${side}s`}>
      <h2>{t(asks ? 'needs' : 'offers')}</h2>
      <Table
        caption={t(asks ? 'needs' : 'offers')}
        captionHidden
        rows={sides}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'who',
            title: t(asks ? 'city' : 'helper'),
            rowHeader: true,
            cell: (row) => <bdi>{sideName(language, row)}</bdi>,
          },
          {
            key: 'what',
            title: t(asks ? 'need' : 'offer-of'),
            cell: (row) => (
              <>
                {t(`help.${row.kind}`)}: <span dir="auto">{row.what}</span>
                {row.until && (
                  <span class="quiet">
                    {' '}
                    {t('until')} <DateText date={row.until} />
                  </span>
                )}
              </>
            ),
          },
          { key: 'state', title: t('state'), cell: (row) => <SideTags language={language} row={row} /> },
          {
            key: 'case',
            title: t('case'),
            cell: (row) => (
              <a href={href(`/workspace/support/cases/${row.caseId}`)}>
                <bdi>{row.reference}</bdi>
              </a>
            ),
          },
          ...(props.mayRun
            ? [{ key: 'act', title: t('to-do'), cell: (row: Side) => <SideActs {...props} row={row} /> }]
            : []),
        ]}
        empty={
          <EmptyState
            title={t(asks ? 'no-needs' : 'no-offers')}
            action={{
              href: href(`/emergencies/${record.slug}/${asks ? 'ask' : 'offer'}`),
              label: t(asks ? 'ask' : 'offer'),
            }}
          >
            {t(asks ? 'no-needs-why' : 'no-offers-why')}
          </EmptyState>
        }
      />
    </section>
  );
}

export function SideTags({ language, row }: Pick<Frame, 'language'> & { row: Side }) {
  const t = words(language);
  return (
    <>
      <Tag tone={row.stage === 'open' ? 'active' : row.stage === 'met' ? 'done' : 'stopped'}>
        {t(`side-stage.${row.stage}`)}
      </Tag>{' '}
      {row.stage === 'open' && !row.isVerified && <Tag tone="signal">{t('not-verified')}</Tag>}{' '}
      <Tag>{t(row.mayShow ? 'is-shown' : 'is-not-shown')}</Tag>
    </>
  );
}

function SideActs({ language, href, record, side, form, item, row }: SideTableProps & { row: Side }) {
  const t = words(language);
  if (row.stage !== 'open') return null;
  const at = href(`/workspace/emergencies/${record.id}/${side}s/${row.id}`);
  const mine = item === row.id;
  const name = <span class="unseen"> {sideName(language, row)}</span>;
  return (
    <details open={mine}>
      <summary>
        {t('change')}
        {name}
      </summary>
      {!row.isVerified && (
        <Form
          action={`${at}/verification`}
          problems={mine ? form.problems.filter(({ field }) => field === 'how') : []}
          answers={mine ? form.answers : {}}
          idempotencyKey={form.idempotencyKey}
          version={row.version}
          id={`v${row.id}`}
          aside
        >
          <TextField name="how" label={t('verified-how')} hint={t('verified-how-hint')} />
          <SubmitButton>
            {t('verify')}
            {name}
          </SubmitButton>
        </Form>
      )}
      <Press
        action={`${at}/showing`}
        form={form}
        version={row.version}
        name="mayShow"
        value={row.mayShow ? 'no' : 'yes'}
      >
        {t(row.mayShow ? 'stop-showing' : 'start-showing')}
        {name}
      </Press>
      <Press action={`${at}/withdrawal`} form={form} version={row.version} look="danger">
        {t('withdraw')}
        {name}
      </Press>
    </details>
  );
}
