import * as fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../kernel/language.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { aForm, answersTo, someTerms } from '../../builders.ts';
import { anyAnswers, anyForm } from '../../builders-random.ts';
import { acceptDifferences, differenceOf } from '../../rules/difference.ts';
import type { Answers, FormVersion } from '../../rules/form.ts';
import { htmlFile } from './html-file.tsx';
import { readBack } from './read-back.ts';
import type { ExportMeta } from './seal.ts';
import { wordFile } from './word.ts';

const key = Buffer.alloc(32, 7);
const applicationId = '01900000-0000-7000-8000-0000000000aa';
const meta: ExportMeta = {
  applicationId,
  exportedAt: new Date('2026-11-22T01:00:00Z'),
  key,
  terms: someTerms,
};
const expected = { applicationId, key, terms: someTerms };
const form = aForm();
const answers = answersTo(form);

const html = (said: Answers, asked: FormVersion = form, over: Partial<ExportMeta> = {}) =>
  Buffer.from(htmlFile(asked, said, 'en', { ...meta, ...over }));

async function warningsOf(bytes: Uint8Array, asked = form): Promise<string[]> {
  const { warnings } = await readBack(bytes, asked, expected);
  return warnings.map((reason) => explain('en', reason));
}

/** The same Word file with its parts changed. */
async function changed(change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const parts = unzipSync(await wordFile(form, answers, 'en', meta));
  change(parts);
  return zipSync(parts);
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  return await readBack(bytes, form, expected).then(
    () => 'taken',
    (error: { reason?: { key: `${string}:${string}` } }) =>
      error.reason ? explain('en', error.reason) : 'another error',
  );
}

describe('a form carried away and back', () => {
  it('comes back from Word as it left, whatever the form asks and whatever was typed', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyForm.chain((asked) =>
          fc.tuple(fc.constant(asked), anyAnswers(asked), fc.constantFrom(...languages)),
        ),
        async ([asked, said, language]) => {
          const back = await readBack(await wordFile(asked, said, language, meta), asked, expected);
          expect(back.answers).toEqual(said);
          expect(back.warnings.filter(({ key: sentence }) => !sentence.endsWith('nothing-read'))).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('comes back from HTML as it left', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyForm.chain((asked) =>
          fc.tuple(fc.constant(asked), anyAnswers(asked), fc.constantFrom(...languages)),
        ),
        async ([asked, said, language]) => {
          const file = Buffer.from(htmlFile(asked, said, language, meta));
          const back = await readBack(file, asked, expected);
          expect(back.answers).toEqual(said);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps files and cities, which only the platform can take', async () => {
    const whole: Answers = {
      ...answers,
      city: { kind: 'city', cityId: applicationId },
      letter: { kind: 'file', files: [{ fileId: 'f', name: 'a.pdf', bytes: 9, sha256: '' }] },
    };
    for (const bytes of [await wordFile(form, whole, 'fr', meta), html(whole)]) {
      const back = await readBack(bytes, form, expected);
      const differences = differenceOf(whole, back.answers, back.readable);
      expect(differences).toEqual([]);
      expect(acceptDifferences(whole, back.answers, back.readable)).toEqual(whole);
    }
  });

  it('shows what was changed, question by question, to accept or leave', async () => {
    const filled = {
      ...answers,
      people: { kind: 'number', number: '400' },
      title: { kind: 'text', text: 'New' },
    } as const;
    const back = await readBack(html(filled), form, expected);
    const differences = differenceOf(answers, back.answers, back.readable);
    expect(differences.map(({ question }) => question)).toEqual(['title', 'people']);
    expect(acceptDifferences(answers, back.answers, ['people'])).toEqual({
      ...answers,
      people: filled.people,
    });
  });

  it('is found when the text around the answers was changed', async () => {
    const bytes = await changed((parts) => {
      const xml = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
      parts['word/document.xml'] = strToU8(
        xml
          .replaceAll('About', 'Something else about')
          .replace('<w:body>', '<w:body><w:p><w:r><w:t>A note of ours</w:t></w:r></w:p>'),
      );
    });
    const back = await readBack(bytes, form, expected);
    expect(back.answers).toEqual(answers);
    expect(back.warnings).toEqual([]);
  });
});

describe('an altered file', () => {
  it('of another application says so, and its answers are still read', async () => {
    const bytes = html(answers, form, { applicationId: '01900000-0000-7000-8000-0000000000bb' });
    expect((await warningsOf(bytes))[0]).toContain('exported from another application');
    expect((await readBack(bytes, form, expected)).answers).toEqual(answers);
  });

  it('without its seal, or with a seal nobody here made, says so', async () => {
    const text = html(answers).toString('utf8');
    expect((await warningsOf(Buffer.from(text.replace(/mmc1\.[\w.-]+/, ''))))[0]).toContain('is missing');
    const forged = html(answers, form, { key: Buffer.alloc(32, 8) });
    expect((await warningsOf(forged))[0]).toContain('was changed');
    expect((await readBack(forged, form, expected)).answers).toEqual(answers);
  });

  it('of another version says so, and gives what both versions ask', async () => {
    const older = aForm({ id: applicationId, version: 3, sections: form.sections.slice(1) });
    const bytes = html(answersTo(older), older);
    expect(await warningsOf(bytes)).toEqual([
      expect.stringContaining('another version of the form (3, now 1)'),
      expect.stringContaining('7 questions of this form cannot be found'),
    ]);
    expect((await readBack(bytes, form, expected)).readable).toEqual(['steps', 'budget', 'results']);
  });

  it('with changed keys names them and leaves them out', async () => {
    const bytes = await changed((parts) => {
      const xml = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
      parts['word/document.xml'] = strToU8(xml.replace('w:val="q:people"', 'w:val="q:secret"'));
    });
    const warnings = await warningsOf(bytes);
    expect(warnings[0]).toContain('1 answer to questions this form does not ask (secret)');
    expect(warnings[1]).toContain('1 question of this form cannot be found');
  });
});

describe('what is no such file', () => {
  it('is refused with its sentence when it holds macros', async () => {
    const withCode = await changed((parts) => {
      parts['word/vbaProject.bin'] = strToU8('code');
    });
    expect(await refusalOf(withCode)).toContain('holds macros');
    const renamed = await changed((parts) => {
      const types = Buffer.from(parts['[Content_Types].xml'] ?? []).toString('utf8');
      parts['[Content_Types].xml'] = strToU8(
        types.replace('wordprocessingml.document.main', 'x.macroEnabled.main'),
      );
    });
    expect(await refusalOf(renamed)).toContain('holds macros');
  });

  it.each([
    ['a spreadsheet under a Word name', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'a spreadsheet'],
    ['an archive', zipSync({ 'a.txt': strToU8('a') }), 'an archive without a Word document'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old Word file'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'This is a PDF'],
    ['a picture', Buffer.from('89504e47', 'hex'), 'neither a Word file nor an HTML file'],
    ['half an archive', zipSync({ 'word/document.xml': strToU8('<a/>') }).subarray(0, 40), 'damaged'],
    ['broken XML', zipSync({ 'word/document.xml': strToU8('<a><b></a>') }), 'damaged'],
    [
      'XML with entities',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
      'damaged',
    ],
    ['too large a file', Buffer.alloc(5_000_001), 'larger than 5 MB'],
  ])('is refused with its sentence: %s', async (_what, bytes, sentence) => {
    expect(await refusalOf(bytes)).toContain(sentence);
  });

  it('is refused when it unpacks to far more than a form', { timeout: 20_000 }, async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusalOf(bomb)).toContain('unpacks to far more');
  });
});
