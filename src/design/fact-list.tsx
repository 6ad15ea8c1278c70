import type { ComponentChildren } from 'preact';

export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Facts as label and value; `stacked` puts one under the other down the page, for records. */
export function FactList({ facts, stacked }: { facts: readonly Fact[]; stacked?: boolean | undefined }) {
  return (
    <dl class={stacked ? 'facts stacked' : 'facts'}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
