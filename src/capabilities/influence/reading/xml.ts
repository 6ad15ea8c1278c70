import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { because } from '../../../kernel/refusal.ts';
import { limits } from './limits.ts';
import { Unreadable } from './unreadable.ts';

export interface Heard {
  opened(name: string, attributes: Readonly<Record<string, string>>): void;
  closed(name: string): void;
  text(text: string): void;
}

/** Names without their prefix: `w:p` is told as `p`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it streams by. A document type with entities is refused outright: none of the formats we read needs
 * one, and expanding them is how a small file becomes a large one.
 */
export function hearXml(xml: string, heard: Heard, format: string): void {
  if (/<!DOCTYPE[^>]*\[/i.test(xml) || /<!ENTITY/i.test(xml))
    throw new Unreadable(because('influence:hostile-xml'));
  const parser = new SaxesParser();
  let depth = 0;
  const stop = (): never => {
    throw new Unreadable(because('influence:broken', { format }));
  };
  parser.on('error', stop);
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw new Unreadable(because('influence:hostile-xml'));
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [local(name), value]),
    );
    heard.opened(local(tag.name), attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth -= 1;
    heard.closed(local(tag.name));
  });
  parser.on('text', (text) => heard.text(text));
  parser.on('cdata', (text) => heard.text(text));
  parser.write(xml).close();
}
