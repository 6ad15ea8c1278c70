/** Names of the series, each with its colour and its shape. */
export function Legend({ names }: { names: readonly string[] }) {
  return (
    <ul class="legend">
      {names.map((name, index) => (
        <li key={name}>
          <svg width="14" height="14" aria-hidden="true">
            <Mark series={index} x="7" y={7} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** A series' mark: its colour and a shape of its own, for those who see colours differently. */
export function Mark({ series, x, y }: { series: number; x: string; y: number }) {
  const look = `m${series + 1} f${series + 1}`;
  if (series % 4 === 0) return <circle class={look} cx={x} cy={y} r="4.5" />;
  return (
    <svg x={x} y={y} overflow="visible">
      <path class={look} d={shapes[series % 4]} />
    </svg>
  );
}

const shapes: Record<number, string> = {
  1: 'M-4-4h8v8h-8z',
  2: 'M0-5.5l5 9h-10z',
  3: 'M0-6l5 6-5 6-5-6z',
};
