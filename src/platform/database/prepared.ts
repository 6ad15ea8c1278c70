import { Client } from 'pg';

const mark = '/* prepared ';

/**
 * Marks a query that each connection plans once and then runs by name. For the few that are asked hundreds of times a second,
 * where planning costs more than running. @param name one for each text; never made from what people type
 */
export function prepared(name: string, text: string): string {
  return `${mark}${name} */ ${text}`;
}

/** A connection that knows the mark; Kysely hands it plain text and values. */
export class PreparingClient extends Client {
  // The overloads of `query` are many; only text with values is looked at, the rest goes on as it came.
  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    const marked = typeof text === 'string' && text.startsWith(mark);
    const named = marked && { name: text.slice(mark.length, text.indexOf(' */')), text, values };
    return super.query(...((named ? [named, ...asked.slice(2)] : asked) as [never]));
  }
}
