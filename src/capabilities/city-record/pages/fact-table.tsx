import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../../../design/button.tsx';
import { Table } from '../../../design/table.tsx';
import { Tag } from '../../../design/tag.tsx';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { factLabel } from '../actions/fact-label.ts';
import { words } from '../messages/index.ts';
import { type Fact, factsIn } from '../rules/fact.ts';
import { type FactKind, factKinds, type Group } from '../rules/fact-kinds.ts';
import { factName, mayBeNew } from '../rules/fact-name.ts';
import { isDue } from '../rules/freshness.ts';
import { factPath } from './place.ts';
import { SaidView } from './said-view.tsx';
import { ValueView } from './value-view.tsx';

export interface FactTableProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly base: string;
  readonly facts: readonly Fact[];
  readonly today: CalendarDate;
  readonly mayChange: boolean;
  /** The button that says "still right" of one old fact. */
  readonly confirm?: ((fact: Fact) => ComponentChildren) | undefined;
}

/** One place of the record: told, or still to be told. */
interface Row {
  readonly kind: FactKind;
  readonly item: string;
  readonly fact: Fact | undefined;
}

/** A group of facts, with those that nobody told yet, and the way to tell more. */
export function FactTable({ group, ...props }: FactTableProps & { readonly group: Group }) {
  const { language, href, base, mayChange } = props;
  const t = words(language);
  const kinds = (factKinds as readonly FactKind[]).filter((kind) => kind.group === group);
  const rows = kinds.flatMap((kind) => rowsOf(kind, props));
  return (
    <>
      {rows.length > 0 && (
        <Table
          caption={t(`group.${group}`)}
          captionHidden
          rows={rows}
          rowKey={({ kind, item }) => factName(kind.key, item)}
          columns={[
            {
              key: 'what',
              title: t('what'),
              rowHeader: true,
              cell: ({ kind, item, fact }) => factLabel(language, kind.key, item, fact?.value),
            },
            { key: 'says', title: t('says'), cell: (row) => <Told {...props} row={row} /> },
            {
              key: 'said',
              title: t('said-column'),
              cell: ({ fact }) => fact && <SaidView language={language} fact={fact} />,
            },
            {
              key: 'audience',
              title: t('audience'),
              cell: ({ fact }) => fact && <Tag>{t(`audience.${fact.audience}`)}</Tag>,
            },
            { key: 'acts', title: t('change'), cell: (row) => <Acts {...props} row={row} /> },
          ]}
        />
      )}
      {mayChange && kinds.some(mayBeNew) && (
        <p class="actions">
          {kinds.filter(mayBeNew).map(({ key }) => (
            <span key={key}>
              <ButtonLink href={href(factPath(base, key, ''))}>
                {t(`add.${key}` as 'add.need')}
              </ButtonLink>{' '}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function rowsOf(kind: FactKind, { facts, mayChange }: FactTableProps): Row[] {
  const told = factsIn(facts, kind.key).map((fact): Row => ({ kind, item: fact.item, fact }));
  if (mayBeNew(kind) || !mayChange) return told;
  const items = kind.items === 'one' ? [''] : (kind.items as readonly string[]);
  return items.map((item) => told.find((row) => row.item === item) ?? { kind, item, fact: undefined });
}

function Told({ language, href, base, today, row }: FactTableProps & { readonly row: Row }) {
  const t = words(language);
  const { fact, kind, item } = row;
  if (!fact) return <span class="quiet">{t('not-told')}</span>;
  const fileHref = href(`${base}/files/${factName(kind.key, item)}`);
  return (
    <>
      <ValueView language={language} kind={fact.kind} value={fact.value} fileHref={fileHref} />{' '}
      {isDue(fact, today) && <Tag tone="signal">{t('old')}</Tag>}
    </>
  );
}

function Acts({
  language,
  href,
  base,
  today,
  row,
  mayChange,
  confirm,
}: FactTableProps & { readonly row: Row }) {
  const t = words(language);
  const { fact, kind, item } = row;
  const path = factPath(base, kind.key, item);
  const unseen = <span class="unseen"> {factLabel(language, kind.key, item, fact?.value)}</span>;
  return (
    <>
      {fact && confirm && isDue(fact, today) && confirm(fact)}
      {mayChange && (
        <a href={href(path)}>
          {t(fact ? 'change' : 'tell')}
          {unseen}
        </a>
      )}
      {fact && (
        <>
          {mayChange && ' · '}
          <a href={href(`${path}/history`)}>
            {t('history')}
            {unseen}
          </a>
        </>
      )}
    </>
  );
}
