import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { LanesChart, yearsOf } from './lanes-chart.tsx';

const chart = (
  <LanesChart
    title="Two mayors sat"
    source="a list"
    years={[2018, 2021]}
    legend={{ known: 'stated', soft: 'likely' }}
    numbers={{ head: ['City', 'From'], rows: [['Lima', '2018']] }}
    lanes={[
      {
        key: 'a',
        label: 'Lima',
        spans: [
          { from: 2018, to: 2020, look: 'known' },
          { from: 2020, to: 2022, look: 'soft' },
        ],
      },
    ]}
  />
);

describe('lanes over the years', () => {
  it('draws what is known and what is likely apart, to scale', () => {
    const drawn = render(chart);
    expect(drawn).toMatch(/<rect class="f1" x="0%" width="50%"/);
    expect(drawn).toMatch(/<rect class="f1 s1" x="50%" width="50%"[^>]*stroke-dasharray/);
  });

  it('says every lane by name and has the table behind', () => {
    const drawn = render(chart);
    expect(drawn).toContain('Lima</text>');
    expect(drawn).toContain('<caption class="unseen">Two mayors sat</caption>');
  });

  it('places a day within its year', () => {
    expect(yearsOf('2024-07-01')).toBeCloseTo(2024.5, 2);
  });
});
