import { Document, HeadingLevel, Packer, Paragraph, type XmlComponent } from 'docx';
import type { Language } from '../../../../kernel/language.ts';
import { formatInstant } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { wordLimit } from '../../rules/count-words.ts';
import type { Answers, FormVersion, Question } from '../../rules/form.ts';
import { conditionText } from '../condition-text.ts';
import { said } from '../said.ts';
import { type ExportMeta, headerOf, sealed } from './seal.ts';
import { answerControls, type Place } from './word-answers.ts';
import { asBlock, control, writer } from './word-parts.ts';

/**
 * The form with its answers as a Word file (.docx) to fill without a connection. Each answer stands in a content control
 * that names its question, so that `readBack` finds it whatever happens to the text around.
 */
export async function wordFile(
  form: FormVersion,
  answers: Answers,
  language: Language,
  meta: ExportMeta,
): Promise<Buffer> {
  const t = words(language);
  const place: Place = { language, terms: meta.terms, writer: writer(language) };
  const { paragraph, run, rtl } = place.writer;
  const heading = (text: string, level: 1 | 2 | 3) =>
    new Paragraph({
      children: [run(text)],
      bidirectional: rtl,
      heading:
        [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][level - 1] ??
        HeadingLevel.HEADING_1,
    });
  const children: XmlComponent[] = [
    heading(said(form.title, language), 1),
    ...(meta.heading ? [paragraph([run(meta.heading, { bold: true })])] : []),
    paragraph([run(t('offline.word-lead'))]),
    paragraph([
      run(t('offline.made', { at: formatInstant(language, meta.exportedAt), version: form.version }), {
        grey: true,
      }),
    ]),
  ];
  for (const section of form.sections) {
    children.push(heading(said(section.title, language), 2));
    if (section.lead) children.push(paragraph([run(said(section.lead, language))]));
    for (const question of section.questions) {
      children.push(heading(labelOf(question, language), 3));
      for (const line of notesOf(question, form, language))
        children.push(paragraph([run(line, { grey: true })]));
      children.push(...answerControls(question, answers[question.key], place), paragraph([]));
    }
  }
  children.push(
    paragraph([run(t('offline.seal'), { grey: true, small: true })]),
    control({
      tag: 'mmc:seal',
      title: 'MMC',
      empty: false,
      content: [
        paragraph([run(sealed(headerOf(form, language, meta), meta.key), { grey: true, small: true })]),
      ],
    }),
  );
  const file = new Document({
    creator: 'Mayors Migration Council',
    title: said(form.title, language),
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: language, bidirectional: language } },
        },
      },
    },
    sections: [{ children: children.map(asBlock) }],
  });
  return await Packer.toBuffer(file);
}

function labelOf(question: Question, language: Language): string {
  const label = said(question.label, language);
  return question.needed ? label : `${label} (${words(language)('optional')})`;
}

/** What stands between a question and its answer: when it is asked, its help, its limit. */
export function notesOf(question: Question, form: FormVersion, language: Language): string[] {
  const t = words(language);
  const most = question.kind === 'text' ? wordLimit(question, language) : undefined;
  return [
    question.when ? t('offline.only-when', { condition: conditionText(question.when, form, language) }) : '',
    said(question.help, language),
    most === undefined ? '' : t('offline.at-most-words', { most }),
    question.kind === 'number' ? t('offline.number-in', { unit: said(question.unit, language) }) : '',
    question.kind === 'date' ? t('offline.date-form') : '',
  ].filter(Boolean);
}
