import { describe, expect, it } from 'vitest';
import { bombInDocxClothing, column, madeDocx, madePdf } from '../../../../tests/influence/made-files.ts';
import { clausesIn } from './read-text.ts';

const reasonOf = async (bytes: Buffer): Promise<string> => {
  try {
    await clausesIn(bytes);
    return 'read';
  } catch (trouble) {
    return (trouble as { reason?: { key: string } }).reason?.key ?? String(trouble);
  }
};

describe('a PDF', () => {
  it('is read without heads, feet, footnotes and raised marks', async () => {
    const pages = ['support cities', 'host refugees', 'train police', 'issue visas'].map((what, at) => [
      { text: 'A/RES/99/1', x: 60, y: 810 },
      ...column(
        [
          `${at + 1}. Calls upon States to ${what} and to help local gov-`,
          `ernments that ${what} of their own;`,
        ],
        60,
      ),
      { text: '1', x: 300, y: 770, size: 6 },
      { text: `1 See document ${at + 1}.`, x: 60, y: 60, size: 8 },
      { text: `${at + 1}/4`, x: 500, y: 30 },
    ]);
    const clauses = await clausesIn(madePdf(pages));
    expect(clauses.map((clause) => clause.id)).toEqual(['1', '2', '3', '4']);
    expect(clauses[0]?.text).toBe(
      'Calls upon States to support cities and to help local governments that support cities of their own;',
    );
  });

  it('in two columns is read one column after the other', async () => {
    const lines = (first: number, side: string) =>
      Array.from({ length: 12 }, (_, at) =>
        at % 3 === 0
          ? `${first + at / 3}. The ${side} clause ${first + at / 3}`
          : `goes on in the ${side} column`,
      );
    const clauses = await clausesIn(
      madePdf([[...column(lines(1, 'left'), 60), ...column(lines(5, 'right'), 320)]]),
    );
    expect(clauses.map((clause) => clause.id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(clauses[4]?.text).toBe(
      'The right clause 5 goes on in the right column goes on in the right column',
    );
  });

  it('of 300 pages costs little more memory than its text', async () => {
    const file = madePdf(
      Array.from({ length: 300 }, (_, at) =>
        column([`${at + 1}. We decide to carry out the measure of page ${at + 1};`], 60),
      ),
    );
    const before = process.memoryUsage().heapUsed;
    expect(await clausesIn(file)).toHaveLength(300);
    expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(150);
  });
});

describe('a DOCX', () => {
  it('gets its automatic numbers and loses struck-out text', async () => {
    const numbered = (level: number, inner: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${inner}</w:p>`;
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const level = (at: number, format: string, shape: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${shape}"/></w:lvl>`;
    const clauses = await clausesIn(
      madeDocx(
        `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('Commitments')}</w:p>` +
          numbered(
            0,
            `${run('We commit to ')}<w:ins>${run('new ')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>${run('cities:')}`,
          ) +
          numbered(1, run('small ones;')) +
          numbered(0, run('We decide to go.')),
        `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      ),
    );
    expect(clauses.map(({ id, text, heading }) => [id, text, heading])).toEqual([
      ['1', 'We commit to new cities:', 'Commitments'],
      ['1(a)', 'small ones;', 'Commitments'],
      ['2', 'We decide to go.', 'Commitments'],
    ]);
  });
});

describe('a web page', () => {
  it('is read without its menu and note marks, its lists numbered', async () => {
    const html =
      '<html><head><title>x</title></head><body><nav>Menu</nav><h2>Commitments</h2><ol start="3"><li>We decide<sup>4</sup> to act.</li><li>We urge all.</li></ol><p>Recalling the Charter,</p><script>1</script></body></html>';
    const clauses = await clausesIn(Buffer.from(html));
    expect(clauses.map(({ id, text }) => [id, text])).toEqual([
      ['3', 'We decide to act.'],
      ['4', 'We urge all.'],
      ['PP1', 'Recalling the Charter,'],
    ]);
  });
});

describe('Akoma Ntoso', () => {
  it('keeps its numbers, its parts and its headings', async () => {
    const xml =
      '<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><preamble><p>Recalling all,</p></preamble><mainBody><section><heading>Objectives</heading><paragraph><num>5 bis</num><content><p>Decides to go;<authorialNote><p>A note</p></authorialNote></p></content></paragraph><paragraph><num>6.</num><list><point><num>(a)</num><content><p>by sea;</p></content></point></list></paragraph></section></mainBody></statement></akomaNtoso>';
    const clauses = await clausesIn(Buffer.from(xml));
    expect(clauses.map(({ id, text, part }) => [id, text, part])).toEqual([
      ['PP1', 'Recalling all,', 'preambular'],
      ['5 bis', 'Decides to go;', 'operative'],
      ['5 bis(a)', 'by sea;', 'operative'],
    ]);
  });
});

describe('a file that is no text', () => {
  it.each([
    [
      'a scan',
      () => madePdf([[{ text: '1', x: 300, y: 30 }], [{ text: '2', x: 300, y: 30 }]]),
      'influence:no-text',
    ],
    ['a torn PDF', () => madePdf([column(['1. We decide'], 60)]).subarray(0, 200), 'influence:broken'],
    ['a zip bomb in DOCX clothing', () => bombInDocxClothing(150), 'influence:too-large-inside'],
    ['a ZIP that is no DOCX', () => Buffer.from('PK\u0003\u0004nonsense', 'latin1'), 'influence:broken'],
    [
      'XML with entities of its own',
      () => Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><akomaNtoso>&x;</akomaNtoso>'),
      'influence:hostile-xml',
    ],
    [
      'XML nested beyond reason',
      () => Buffer.from(`<akomaNtoso>${'<p>'.repeat(5000)}`),
      'influence:hostile-xml',
    ],
    ['a program', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]), 'influence:not-a-text'],
    ['an empty file', () => Buffer.from(' \n\n '), 'influence:empty-file'],
  ])('%s is refused with its reason', async (_, made, reason) => {
    expect(await reasonOf(made())).toBe(reason);
  });
});
