import { SaxesParser } from 'saxes';
import { refused } from './unpack.ts';

/** As much of a Word document as an answer can stand in. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Node | string)[];
}

const deepest = 200;
const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** @throws Refusal for what is no well-formed XML, declares entities or nests without end */
export function readTree(xml: string): Node {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw refused('damaged');
  const root: Node = { name: '', attributes: {}, children: [] };
  const open: Node[] = [root];
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw refused('damaged');
  });
  parser.on('opentag', (tag) => {
    if (open.length > deepest) throw refused('damaged');
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [local(name), value]),
    );
    const node: Node = { name: local(tag.name), attributes, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.write(xml).close();
  return root;
}

export function childrenOf(node: Node): Node[] {
  return node.children.filter((child) => typeof child !== 'string');
}

export function childNamed(node: Node | undefined, name: string): Node | undefined {
  return node && childrenOf(node).find((child) => child.name === name);
}

/** All descendants of the name, in order; `within` says no to going deeper. */
export function descendants(node: Node, name: string, within: (node: Node) => boolean = () => true): Node[] {
  return childrenOf(node).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...(within(child) ? descendants(child, name, within) : []),
  ]);
}

/** Not what a reader of the page sees: deleted text, field codes, the second drawing of the same thing. */
const unseen = new Set([
  'del',
  'delText',
  'instrText',
  'Fallback',
  'sdtPr',
  'pPr',
  'rPr',
  'tblPr',
  'tcPr',
  'trPr',
]);

/** What stands there to be read, paragraphs by lines; nothing where only an invitation to write stands. */
export function textOf(node: Node): string {
  const paragraphs = descendants(node, 'p', (one) => one.name !== 'p' && !unseen.has(one.name));
  return paragraphs.length > 0 ? paragraphs.map(runText).join('\n') : runText(node);
}

function runText(node: Node): string {
  if (unseen.has(node.name) || isInvitation(node)) return '';
  switch (node.name) {
    case 't':
      return node.children.filter((child) => typeof child === 'string').join('');
    case 'tab':
      return '\t';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    default:
      return childrenOf(node).map(runText).join('');
  }
}

/** A control that nobody has written into yet. */
export function isInvitation(node: Node): boolean {
  return node.name === 'sdt' && childNamed(childNamed(node, 'sdtPr'), 'showingPlcHdr') !== undefined;
}
