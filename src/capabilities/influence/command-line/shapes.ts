import { z } from 'zod';
import { type Language, languages } from '../../../kernel/language.ts';
import { because } from '../../../kernel/refusal.ts';
import { Unreadable } from '../reading/unreadable.ts';
import type { Ask, TracedText } from '../rules/tracing/document.ts';

const name = z.union([z.string().min(1), z.number()]).transform(String);
/** "pt-BR" and "FR" are meant as pt and fr. */
const language = z.string().transform((written, context): Language => {
  const found = languages.find((one) => one === written.toLowerCase().split(/[-_]/)[0]);
  if (found) return found;
  context.addIssue({ code: 'custom', message: `language ${written}` });
  return z.NEVER;
});

const ask = z.object({ id: name, text: z.string(), language: language.nullish() });
const asks = z.union([z.object({ asks: z.array(ask) }).transform((value) => value.asks), z.array(ask)]);
const text = z.object({ id: name, language, paragraphs: z.array(z.object({ id: name, text: z.string() })) });

export function asksFrom(value: unknown, file: string): Ask[] {
  assertLanguages(value);
  const read = asks.safeParse(value);
  if (!read.success)
    throw new Unreadable(
      because('influence:asks-shape', { file, where: whereWrong(ask, value, 'asks', read.error) }),
    );
  if (read.data.length === 0) throw new Unreadable(because('influence:no-asks', { file }));
  return read.data.map(({ id, text, language }) => ({ id, text, ...(language ? { language } : {}) }));
}

export function documentFrom(value: unknown, file: string): TracedText {
  assertLanguages(value);
  const read = text.safeParse(value);
  if (!read.success)
    throw new Unreadable(because('influence:document-shape', { file, where: pathOf(read.error) }));
  if (read.data.paragraphs.length === 0) throw new Unreadable(because('influence:no-paragraphs', { file }));
  const named = new Set<string>();
  for (const { id } of read.data.paragraphs) {
    if (named.has(id)) throw new Unreadable(because('influence:paragraph-twice', { file, id }));
    named.add(id);
  }
  return read.data;
}

/** A language we do not trace deserves its own sentence, not a complaint about shapes. */
function assertLanguages(value: unknown): void {
  const found = [
    value,
    ...(isList(value) ? value : isList(fieldOf(value, 'asks')) ? (fieldOf(value, 'asks') as unknown[]) : []),
  ];
  for (const one of found) {
    const stated = fieldOf(one, 'language');
    if (typeof stated === 'string' && !language.safeParse(stated).success) {
      throw new Unreadable(because('influence:language-unknown', { language: stated }));
    }
  }
}

function whereWrong(shape: z.ZodType, value: unknown, list: string, error: z.ZodError): string {
  const items = isList(value) ? value : fieldOf(value, list);
  if (!isList(items)) return list;
  for (const [at, item] of items.entries()) {
    const read = shape.safeParse(item);
    if (!read.success) return `${list}[${at}].${pathOf(read.error)}`;
  }
  return pathOf(error);
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
const pathOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') || '.';
