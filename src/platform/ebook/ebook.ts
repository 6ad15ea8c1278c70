import { strToU8, zipSync, type Zippable } from 'fflate';
import { directionOf, type Language } from '../../kernel/language.ts';
import { navigation, packageDocument, pageDocument } from './documents.ts';

export interface Chapter {
  /** Of its file, without ending: `module-1`. */
  readonly name: string;
  readonly title: string;
  /** What stands under the title: well-formed XML in the words of HTML. */
  readonly body: string;
}

export interface BookPicture {
  /** As chapters refer to it: `pictures/….png`. */
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Book {
  /** Lasting and the world's only one: `urn:uuid:…`. */
  readonly identifier: string;
  readonly title: string;
  readonly summary: string;
  readonly language: Language;
  readonly publisher: string;
  readonly modified: Date;
  readonly chapters: readonly Chapter[];
  readonly pictures: readonly BookPicture[];
  /** In the book's language. */
  readonly words: { readonly contents: string; readonly accessibility: string };
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const style = `body { line-height: 1.5; margin: 0 5%; }
img { max-width: 100%; height: auto; }
blockquote { margin: 1em 5%; }
.question { margin: 1.5em 0; }
.quiet { font-size: 0.9em; }
.kind { font-weight: bold; }
`;

/**
 * One EPUB 3 file. The same book always gives the same bytes.
 * @source EPUB 3.3: the first file is `mimetype`, stored as it is
 */
export function ebook(book: Book): Uint8Array {
  const stored = { level: 0 } as const;
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), stored],
    'META-INF/container.xml': strToU8(container),
    'EPUB/package.opf': strToU8(packageDocument(book)),
    'EPUB/nav.xhtml': strToU8(navigation(book)),
    'EPUB/style.css': strToU8(style),
  };
  for (const chapter of book.chapters)
    files[`EPUB/${chapter.name}.xhtml`] = strToU8(
      pageDocument(book.language, directionOf(book.language), chapter),
    );
  for (const picture of book.pictures) files[`EPUB/${picture.path}`] = [picture.bytes, stored];
  return zipSync(files, { mtime: book.modified });
}
