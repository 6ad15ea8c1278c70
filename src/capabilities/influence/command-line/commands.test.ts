import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '../../../kernel/language.ts';
import { commands } from '../cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'influence-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function mmc(
  words: string,
  options: Record<string, string | true | readonly string[]>,
  args: string[] = [],
  json = true,
) {
  const command = commands.find((one) => one.words.join(' ') === words);
  let out = '';
  let err = '';
  const code = await command?.run({
    args,
    options,
    json,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    readStdin: async () => Buffer.from('1. We decide to act.'),
  });
  return { code, out, err };
}

const document = {
  id: 'final',
  language: 'en',
  paragraphs: [
    {
      id: '10',
      text: 'We encourage States to include mayors in their national delegations to meetings on migration.',
    },
    { id: '11', text: 'We will lower the cost of remittances to less than 3 per cent.' },
    { id: '12', text: 'We condemn racism and promote evidence in public discourse.' },
  ],
};
const asks = {
  asks: [
    { id: 'x', text: 'Mayors should be part of national delegations on migration.' },
    { id: 'y', text: 'Plant kelp forests.', language: 'en' },
  ],
};
const good = () => ({ asks: file('asks.json', asks), document: file('final.json', document) });

describe('mmc trace', () => {
  it('prints only what it would propose, in the shape agreed', async () => {
    const { code, out } = await mmc('trace', good());
    expect(code).toBe(0);
    const told = JSON.parse(out) as Record<string, unknown>[];
    expect(told).toHaveLength(1);
    expect(Object.keys(told[0] ?? {})).toEqual([
      'ask',
      'document',
      'paragraph',
      'degree',
      'score',
      'spans',
      'why',
    ]);
    expect(told[0]).toMatchObject({ ask: 'x', document: 'final', paragraph: '10', degree: 'adapted' });
  });

  it('prints the whole ranking with scores when asked', async () => {
    const { out } = await mmc('trace', { ...good(), ranked: true });
    const told = JSON.parse(out) as { ask: string; paragraph: string; score: number }[];
    const mine = told.filter((one) => one.ask === 'x');
    expect(mine[0]?.paragraph).toBe('10');
    expect(mine.map((one) => one.score)).toEqual(mine.map((one) => one.score).toSorted((a, b) => b - a));
  });

  it.each(languages)('explains itself in one sentence in %s', async (language) => {
    const { out } = await mmc('trace', { ...good(), language });
    const [{ why = '' } = {}] = JSON.parse(out) as { why?: string }[];
    expect(why).toMatch(/\.$/);
    expect(why).toContain('10');
    expect(why).not.toMatch(/influence:|undefined|\{/);
  });

  it.each([
    ['an empty ask', { asks: { asks: [{ id: 'z', text: '\u200F ' }] } }, 'Ask z has no words in it'],
    ['two asks of one name', { asks: { asks: [asks.asks[0], asks.asks[0]] } }, 'Two asks are called x'],
    ['no asks', { asks: { asks: [] } }, 'holds no asks'],
    ['an ask without text', { asks: { asks: [{ id: 'z' }] } }, 'asks[0].text'],
    [
      'a language we do not trace',
      { document: { ...document, language: 'de' } },
      'de is not one of the languages traced',
    ],
    [
      'another language than stated',
      { document: { ...document, language: 'fr' } },
      'said to be in French but reads as English',
    ],
    [
      'two paragraphs of one name',
      { document: { ...document, paragraphs: [document.paragraphs[0], document.paragraphs[0]] } },
      'are called 10',
    ],
    ['no paragraphs', { document: { ...document, paragraphs: [] } }, 'holds no paragraphs'],
    ['JSON cut short', { document: '{"id":' }, 'is not valid JSON'],
  ])('refuses %s with a sentence and exit code 3', async (name, bad, sentence) => {
    const slug = name.replaceAll(' ', '-');
    const { asks: badAsks, document: badDocument } = bad as { asks?: unknown; document?: unknown };
    const { code, err, out } = await mmc('trace', {
      asks: file(`${slug}-asks.json`, badAsks ?? asks),
      document: file(`${slug}-text.json`, badDocument ?? document),
    });
    expect(code).toBe(3);
    expect(err).toContain(sentence);
    expect(out).toBe('');
  });

  it('notes asks and paragraphs that repeat each other, and goes on', async () => {
    const twice = file('twice.json', { asks: [asks.asks[0], { ...asks.asks[0], id: 'w' }] });
    const { code, err } = await mmc('trace', { ...good(), asks: twice });
    expect(code).toBe(0);
    expect(err).toContain('x and w say the same');
  });

  it('wants its options: exit code 2', async () => {
    expect(await mmc('trace', { document: 'x.json' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--asks is missing'),
    });
  });

  it('says so when a file is not there', async () => {
    expect(await mmc('trace', { ...good(), document: join(folder, 'none.pdf') })).toMatchObject({
      code: 3,
      err: expect.stringContaining('no readable file'),
    });
  });
});

describe('mmc split and trace-drafts', () => {
  it('split prints what trace takes back', async () => {
    const { out } = await mmc('split', {}, [
      file(
        'text.txt',
        '1. We decide to host the mayors of cities.\n2. We urge States to support migrants in the cities.',
      ),
    ]);
    const split = JSON.parse(out) as { language: string; paragraphs: { id: string }[] };
    expect(split).toMatchObject({ id: 'text', language: 'en' });
    expect(split.paragraphs.map((one) => one.id)).toEqual(['1', '2']);
    expect(await mmc('trace', { ...good(), document: file('again.json', split) })).toMatchObject({ code: 0 });
  });

  it('split reads standard input', async () => {
    expect((await mmc('split', {}, ['-'])).out).toContain('We decide to act.');
  });

  it('trace-drafts prints passages in the shape agreed', async () => {
    const { out } = await mmc('trace-drafts', {
      from: good().document,
      to: file('to.txt', '1. We condemn racism and promote evidence in public discourse.'),
    });
    expect(JSON.parse(out)).toEqual([
      { from: ['10'], to: [], kind: 'dropped', score: 0 },
      { from: ['11'], to: [], kind: 'dropped', score: 0 },
      { from: ['12'], to: ['1'], kind: 'kept', score: 1 },
    ]);
  });

  it('a text in a sixth language is refused', async () => {
    const german = file(
      'german.txt',
      `1. ${'Wir rufen die Staaten dazu auf, Städte zu unterstützen, die Geflüchtete aufnehmen, und ihnen Mittel zu geben. '.repeat(3)}`,
    );
    expect(await mmc('split', {}, [german])).toMatchObject({
      code: 3,
      err: expect.stringContaining('none of the languages traced'),
    });
  });
});
