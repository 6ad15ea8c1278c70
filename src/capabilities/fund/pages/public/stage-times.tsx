import { Tag } from '../../../../design/tag.tsx';
import { Table } from '../../../../design/table.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { formatInstant } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { PreparedStage } from '../../rules/prepared-window.ts';

/** Whose clocks are shown, the reader's first. */
export interface Clock {
  readonly zone: string;
  /** "Kenema", "the council"; null for UTC, which needs no name. */
  readonly of: string | null;
}

interface StageTimesProps {
  readonly language: Language;
  readonly stages: readonly PreparedStage[];
  readonly clocks: readonly Clock[];
  readonly now: Date;
  /** Where the form can be read before starting. */
  readonly formHref: (versionId: string) => string;
}

/** When each stage takes answers, on each clock with its zone named, and which form it asks. */
export function StageTimes({ language, stages, clocks, now, formHref }: StageTimesProps) {
  const t = words(language);
  return (
    <Table
      caption={t('stages')}
      captionHidden
      rows={stages}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'stage',
          title: t('stage'),
          rowHeader: true,
          cell: (stage) => (
            <>
              {t(`stage.${stage.key}`)} <StageTag language={language} stage={stage} now={now} />
            </>
          ),
        },
        {
          key: 'opens',
          title: t('opens'),
          cell: ({ opensAt }) => <OnClocks {...{ language, clocks }} at={opensAt} />,
        },
        {
          key: 'closes',
          title: t('closes'),
          cell: ({ closesAt }) => <OnClocks {...{ language, clocks }} at={closesAt} />,
        },
        {
          key: 'form',
          title: t('form'),
          cell: ({ formVersionId, formTitle }) => {
            const href = formVersionId ? formHref(formVersionId) : undefined;
            const title = formTitle?.[language] ?? '—';
            return href ? <a href={href}>{title}</a> : title;
          },
        },
      ]}
    />
  );
}

interface OnClocksProps {
  readonly language: Language;
  readonly at: Date;
  readonly clocks: readonly Clock[];
}

/** One instant on several clocks, a line each. */
export function OnClocks({ language, at, clocks }: OnClocksProps) {
  return (
    <>
      {clocks.map(({ zone, of }, index) => (
        <span key={zone} class={index === 0 ? undefined : 'quiet'}>
          {index > 0 && <br />}
          <bdi>{formatInstant(language, at, zone)}</bdi>
          {of && ` (${of})`}
        </span>
      ))}
    </>
  );
}

function StageTag({ language, stage, now }: { language: Language; stage: PreparedStage; now: Date }) {
  const t = words(language);
  if (stage.closesAt <= now) return <Tag>{t('stage-is.over')}</Tag>;
  return stage.opensAt <= now ? (
    <Tag tone="active">{t('stage-is.open')}</Tag>
  ) : (
    <Tag tone="waiting">{t('stage-is.ahead')}</Tag>
  );
}

/** The reader's clock where the city is known, then the council's, then UTC; each zone once. */
export function clocksFor(
  language: Language,
  councilZone: string,
  city?: { readonly zone: string; readonly name: string },
): Clock[] {
  const t = words(language);
  const clocks: Clock[] = [
    ...(city ? [{ zone: city.zone, of: city.name }] : []),
    { zone: councilZone, of: councilZone === 'UTC' ? null : t('the-council') },
    { zone: 'UTC', of: null },
  ];
  return clocks.filter(({ zone }, index) => clocks.findIndex((one) => one.zone === zone) === index);
}
