import {
  BuilderElement,
  type FileChild,
  Paragraph,
  type ParagraphChild,
  TextRun,
  type XmlComponent,
} from 'docx';
import { directionOf, type Language } from '../../../../kernel/language.ts';

type Attributes = Readonly<Record<string, string>>;

/** One element of WordprocessingML that the library has no class for. */
export function element(name: string, attributes: Attributes, ...children: readonly XmlComponent[]) {
  return new BuilderElement({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children: [...children],
  });
}

interface ControlParts {
  /** Found again by it, whatever happens to the text around. */
  readonly tag: string;
  /** What Word shows on its frame. */
  readonly title: string;
  /** Nothing is said yet: the text inside only invites. */
  readonly empty: boolean;
  readonly kind?: XmlComponent | undefined;
  readonly content: readonly XmlComponent[];
}

/** A content control that can be filled but not deleted. @source ECMA-376 part 1, 17.5.2 */
export function control({ tag, title, empty, kind, content }: ControlParts): XmlComponent {
  const properties = [
    element('w:alias', { 'w:val': title.slice(0, 60) }),
    element('w:tag', { 'w:val': tag }),
    element('w:lock', { 'w:val': 'sdtLocked' }),
    ...(empty ? [element('w:showingPlcHdr', {})] : []),
    ...(kind ? [kind] : []),
  ];
  return element('w:sdt', {}, element('w:sdtPr', {}, ...properties), element('w:sdtContent', {}, ...content));
}

/** The library's types name what may stand in a document; our controls may too. */
export function asBlock(part: XmlComponent): FileChild {
  return part as FileChild;
}

export function asRun(part: XmlComponent): ParagraphChild {
  return part as ParagraphChild;
}

export function dropDown(names: readonly { readonly key: string; readonly name: string }[]): XmlComponent {
  return element(
    'w:dropDownList',
    {},
    ...names.map(({ key, name }) => element('w:listItem', { 'w:displayText': name, 'w:value': key })),
  );
}

/** A box to tick. @source [MS-DOCX] 2.6.1.4 checkbox */
export function tickBox(tag: string, title: string, ticked: boolean): XmlComponent {
  const state = (name: string, sign: string) => element(name, { 'w14:val': sign, 'w14:font': 'MS Gothic' });
  const kind = element(
    'w14:checkbox',
    {},
    element('w14:checked', { 'w14:val': ticked ? '1' : '0' }),
    state('w14:checkedState', '2612'),
    state('w14:uncheckedState', '2610'),
  );
  const sign = new TextRun({ text: ticked ? '\u2612' : '\u2610', font: 'MS Gothic' });
  return control({ tag, title, empty: false, kind, content: [sign] });
}

/** Paragraphs and runs of one language, in its direction. */
export function writer(language: Language) {
  const rtl = directionOf(language) === 'rtl';
  const run = (text: string, over: { grey?: boolean; bold?: boolean; small?: boolean } = {}) =>
    new TextRun({
      text,
      rightToLeft: rtl,
      ...(over.grey ? { color: '5F5F5F' } : {}),
      ...(over.bold ? { bold: true } : {}),
      ...(over.small ? { size: 14 } : {}),
    });
  const paragraph = (children: readonly ParagraphChild[], style?: string) =>
    new Paragraph({ children: [...children], bidirectional: rtl, ...(style ? { style } : {}) });
  return { rtl, run, paragraph };
}

export type Writer = ReturnType<typeof writer>;
