import { dayInUtc, parseCalendarDate } from '../../kernel/calendar-date.ts';
import { because, Refusal } from '../../kernel/refusal.ts';
import type { Command } from '../../platform/command-line/command.ts';
import { jsonText } from '../../platform/exports/json.ts';
import type { World } from '../../world.ts';
import { type FigureItem, figureItems } from './rules/figure-for-systems.ts';
import { listFigures } from './store/impact-page.ts';

const figures: Command = {
  words: ['figures'],
  usage: 'mmc figures [--as-at YYYY-MM-DD] [--json]',
  summary: 'The figures of the impact page as at a day, computed beside published.',
  options: { 'as-at': 'value' },
  needsWorld: true,
  async run(line, world) {
    const { publicDb, config, ...opened } = world as World;
    const today = dayInUtc(opened.now());
    const asked = line.options['as-at'];
    const asAt = typeof asked === 'string' ? parseCalendarDate(asked) : today;
    if (!asAt) throw new Refusal(because('platform:not-a-date'));
    const items = figureItems(await listFigures(publicDb, asAt, today), config.publicUrl);
    line.out(line.json ? jsonText({ asAt, items }) : asTable(asAt, items));
    return 0;
  },
};

function asTable(asAt: string, items: readonly FigureItem[]): string {
  const rows = items.map((item) => {
    const said = item.published.at(-1);
    return [item.key, `${item.computed}`, item.unit, said ? `${said.value}` : '-', said?.date ?? '-'];
  });
  const all = [['figure', 'computed', 'unit', 'published', 'on'], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const lines = all.map((row) =>
    row
      .map((cell, column) =>
        column === 1 || column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [`As at ${asAt}`, ...lines].join('\n');
}

export const commands: readonly Command[] = [figures];
