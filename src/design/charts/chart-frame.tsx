import type { ComponentChildren } from 'preact';
import { useKitWords } from '../language-context.ts';

/** What every chart says around its drawing. */
export interface ChartWords {
  /** The finding, as a sentence: "Most money went to secondary cities". */
  readonly title: string;
  /** What is measured, in which unit, over which time. */
  readonly measure?: string | undefined;
  /** Who says so and as at when. */
  readonly source: ComponentChildren;
  readonly note?: ComponentChildren;
  /** The same numbers as a file. */
  readonly csv?: string | undefined;
}

export interface NumbersTable {
  readonly head: readonly string[];
  /** The first cell of each names its row. */
  readonly rows: readonly (readonly ComponentChildren[])[];
}

interface ChartFrameProps extends ChartWords {
  /** The numbers drawn; left out by a chart that is itself a table. */
  readonly numbers?: NumbersTable | undefined;
  /** There is nothing to draw. */
  readonly empty?: boolean | undefined;
  readonly children: ComponentChildren;
}

export function ChartFrame({ title, measure, source, note, csv, numbers, empty, children }: ChartFrameProps) {
  const t = useKitWords();
  return (
    <figure class="chart">
      <figcaption>
        <p class="chart-title">{title}</p>
        {measure && <p class="quiet">{measure}</p>}
      </figcaption>
      {empty ? <p class="nothing">{t('no-figures')}</p> : children}
      {numbers && !empty && (
        <details class="numbers">
          <summary>{t('numbers-as-table')}</summary>
          <div class="scroll" role="group" tabIndex={0} aria-label={title}>
            <Numbers {...numbers} title={title} />
          </div>
        </details>
      )}
      <p class="quiet">
        {t('source')}: {source}
        {csv && (
          <>
            {' · '}
            <a href={csv} download>
              {t('download-csv')}
            </a>
          </>
        )}
      </p>
      {note && <p class="quiet">{note}</p>}
    </figure>
  );
}

function Numbers({ head, rows, title }: NumbersTable & { title: string }) {
  return (
    <table>
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          {head.map((word, index) => (
            <th key={word} scope="col" class={index > 0 ? 'figure' : undefined}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, index) =>
              index === 0 ? (
                <th key={head[index]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={head[index]} class="figure">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
