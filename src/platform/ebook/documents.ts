import { directionOf, type Language } from '../../kernel/language.ts';
import type { Book, Chapter } from './ebook.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
// oxlint-disable-next-line no-control-regex -- what XML 1.0 cannot hold
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export function escapeXml(text: string): string {
  return text
    .replaceAll(unspeakable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function page(language: Language, direction: string, title: string, body: string): string {
  return `${declaration}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}" dir="${direction}">
<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>${body}</body>
</html>
`;
}

export function pageDocument(language: Language, direction: string, { title, body }: Chapter): string {
  return page(
    language,
    direction,
    title,
    `<section><h1>${escapeXml(title)}</h1>${body.replaceAll(unspeakable, '')}</section>`,
  );
}

export function navigation({ language, words, chapters }: Book): string {
  const items = chapters.map(({ name, title }) => `<li><a href="${name}.xhtml">${escapeXml(title)}</a></li>`);
  return page(
    language,
    directionOf(language),
    words.contents,
    `<nav epub:type="toc" role="doc-toc" aria-labelledby="toc"><h1 id="toc">${escapeXml(words.contents)}</h1><ol>${items.join('')}</ol></nav>`,
  );
}

/** What the book is, what is in it and in which order; what readers with special needs can expect. */
export function packageDocument(book: Book): string {
  const { language, chapters, pictures } = book;
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder'];
  if (pictures.length > 0) features.push('alternativeText');
  const meta = (property: string, value: string) => `<meta property="${property}">${escapeXml(value)}</meta>`;
  const metadata = [
    `<dc:identifier id="id">${escapeXml(book.identifier)}</dc:identifier>`,
    `<dc:title>${escapeXml(book.title)}</dc:title>`,
    `<dc:language>${language}</dc:language>`,
    `<dc:publisher>${escapeXml(book.publisher)}</dc:publisher>`,
    `<dc:description>${escapeXml(book.summary)}</dc:description>`,
    meta('dcterms:modified', `${book.modified.toISOString().slice(0, 19)}Z`),
    meta('schema:accessMode', 'textual'),
    ...(pictures.length > 0 ? [meta('schema:accessMode', 'visual')] : []),
    meta('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', book.words.accessibility),
  ];
  const manifest = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...chapters.map(
      ({ name }) => `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"/>`,
    ),
    ...pictures.map(
      ({ path, type }, index) => `<item id="picture-${index + 1}" href="${path}" media-type="${type}"/>`,
    ),
  ];
  const spine = ['nav', ...chapters.map(({ name }) => name)].map((name) => `<itemref idref="${name}"/>`);
  return `${declaration}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}" dir="${directionOf(language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join('\n')}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine page-progression-direction="${directionOf(language)}">
${spine.join('\n')}
</spine>
</package>
`;
}
