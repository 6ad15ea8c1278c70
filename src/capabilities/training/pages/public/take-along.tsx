import { render } from 'preact-render-to-string';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { type Book, type BookPicture, type Chapter, ebook } from '../../../../platform/ebook/ebook.ts';
import { localPath } from '../../../../platform/http/language-path.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { World } from '../../../../world.ts';
import { openCourseFile, readCourseFile } from '../../actions/keep-file.ts';
import { words } from '../../messages/index.ts';
import { type FileItem, isPicture, questionsOf } from '../../rules/content.ts';
import { saidIn } from '../../rules/some-text.ts';
import type { OfferedCourse } from '../../store/courses.ts';
import { type ItemFrame, ItemView } from '../item-view.tsx';
import { courseIn, fileAddressIn } from '../read-course.ts';
import { Answers, Questions, WholeCourse } from './whole-course.tsx';

interface Picture extends BookPicture {
  readonly item: FileItem;
}

async function picturesOf(world: World, { content }: OfferedCourse): Promise<Picture[]> {
  const items = content.modules.flatMap(({ items }) =>
    items.filter((item) => item.kind === 'file' && isPicture(item.file)),
  ) as FileItem[];
  const pictures: Picture[] = [];
  for (const item of items) {
    const bytes = await readCourseFile(world, item.file);
    const type = item.file.kind === 'jpg' ? 'image/jpeg' : `image/${item.file.kind}`;
    if (bytes) pictures.push({ item, bytes, type, path: `pictures/${item.id}.${item.file.kind}` });
  }
  return pictures;
}

/** The whole course as one page, its pictures inside it: it can be printed, or saved and passed on. */
export async function showPrint(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const course = await courseIn(visit, world.publicDb);
  const pictures = new Map((await picturesOf(world, course)).map((picture) => [picture.item.id, picture]));
  const elsewhere = absolute(visit, course);
  const title = saidIn(course.content.title, language, course.sourceLanguage).text;
  return visit.show({
    title,
    cacheSeconds: 60,
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href(`/training/courses/${course.slug}`), label: title }]} />
        <WholeCourse
          language={language}
          course={course}
          fileAddress={(item) => {
            const picture = pictures.get(item.id);
            return picture
              ? `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`
              : elsewhere(item);
          }}
        />
      </>
    ),
  });
}

/** Files do not go along: a page on paper or in a reader says where they are. */
function absolute({ world, language }: Visit, course: OfferedCourse): (item: FileItem) => string {
  return fileAddressIn(course, (path) => `${world.config.publicUrl}${localPath(language, path)}`);
}

/** The whole course as one EPUB 3 file in the page's language. */
export async function sendBook(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const course = await courseIn(visit, world.publicDb);
  const pictures = await picturesOf(world, course);
  const paths = new Map(pictures.map(({ item, path }) => [item.id, path]));
  const elsewhere = absolute(visit, course);
  const frame = {
    language,
    content: course.content,
    fileAddress: (item: FileItem) => paths.get(item.id) ?? elsewhere(item),
  };
  const file = ebook(bookOf(course, frame, pictures));
  return new Response(file as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/epub+zip',
      'content-disposition': `attachment; filename="${course.slug}-${language}.epub"`,
      'cache-control': 'public, max-age=60',
    },
  });
}

function bookOf(course: OfferedCourse, frame: ItemFrame, pictures: readonly Picture[]): Book {
  const { language } = frame;
  const { content, sourceLanguage: source } = course;
  const t = words(language);
  const chapters: Chapter[] = content.modules.map((module, index) => ({
    name: `module-${index + 1}`,
    title: `${index + 1}. ${saidIn(module.title, language, source).text}`,
    body: render(
      <>
        {module.items.map((item) =>
          item.kind === 'question' ? null : <ItemView key={item.id} item={item} {...frame} />,
        )}
        <Questions {...frame} questions={questionsOf(module)} />
      </>,
    ),
  }));
  const asked = content.modules.filter((module) => questionsOf(module).length > 0);
  if (asked.length > 0)
    chapters.push({
      name: 'answers',
      title: t('answers'),
      body: render(
        <>
          {asked.map((module) => (
            <>
              <h2>{saidIn(module.title, language, source).text}</h2>
              <Answers {...frame} questions={questionsOf(module)} />
            </>
          ))}
        </>,
      ),
    });
  const summary = saidIn(content.summary, language, source).text;
  const title = saidIn(content.title, language, source).text;
  return {
    identifier: `urn:uuid:${course.versionId}`,
    title,
    summary,
    language,
    publisher: 'Mayors Migration Council',
    modified: course.publishedAt,
    chapters: [{ name: 'title', title, body: render(<p>{summary}</p>) }, ...chapters],
    pictures,
    words: { contents: t('modules'), accessibility: t('book-accessibility') },
  };
}

/** A file of a published course: pictures are shown, all else is a download that cannot act. */
export async function sendCourseFile(visit: Visit): Promise<Response> {
  const course = await courseIn(visit, visit.world.publicDb);
  const item = course.content.modules
    .flatMap(({ items }) => items)
    .find((one) => one.kind === 'file' && one.id === visit.param('item'));
  if (item?.kind !== 'file') throw notFound();
  return await fileResponse(visit.world, item);
}

export async function fileResponse(world: World, { file }: FileItem): Promise<Response> {
  const opened = await openCourseFile(world, file);
  if (!opened) throw notFound();
  const shown = isPicture(file) ? 'inline' : 'attachment';
  return new Response(opened.stream, {
    headers: {
      'content-type': opened.type,
      'content-length': String(opened.size),
      'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
}
