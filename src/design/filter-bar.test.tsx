import { describe, expect, it } from 'vitest';
import { rendered, textOf } from './builders.ts';
import { FilterBar } from './filter-bar.tsx';
import { TextField } from './form/text-field.tsx';

const bar = rendered(
  <FilterBar
    action="/cities"
    answers={{ search: 'lim' }}
    keep={{ sort: '-population', page: undefined }}
    clearHref="/cities"
    result="2 cities"
    applied={[{ label: 'Name', value: 'lim', removeHref: '/cities?sort=-population' }]}
  >
    <TextField name="search" label="Name" optional />
  </FilterBar>,
);

describe('a filter bar', () => {
  it('makes an address of what is asked for, and keeps the rest of it', () => {
    expect(bar.querySelector('form')?.getAttribute('method')).toBe('get');
    expect(bar.querySelector('[name=search]')?.getAttribute('value')).toBe('lim');
    expect(bar.querySelector('[type=hidden]')?.outerHTML).toContain('name="sort"');
    expect(bar.querySelector('[name=page]')).toBeNull();
  });

  it('says what is filtered and takes each filter away by a link', () => {
    const [filter, clear] = [...bar.querySelectorAll('.applied a')];
    expect(textOf(filter ?? null)).toBe('Remove the filter: Name: lim');
    expect(filter?.getAttribute('href')).toBe('/cities?sort=-population');
    expect(clear?.getAttribute('href')).toBe('/cities');
    expect(textOf(bar.querySelector('[role=status]'))).toBe('2 cities');
  });
});
