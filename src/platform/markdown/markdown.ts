import { Lexer, type Token, type Tokens } from 'marked';

/** Words inside a paragraph. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' };

/** What stands under each other. */
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'rule' };

/**
 * The Markdown that people may write: paragraphs, headings of one level, lists, quotes, bold, italics, links to web pages.
 * All else stays as it was typed: no HTML, no pictures from elsewhere, no scripts behind links.
 */
export function readMarkdown(text: string): Block[] {
  return Lexer.lex(text, { gfm: false }).flatMap(blockOf);
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return [{ kind: 'heading', children: inlinesOf(token.tokens) }];
    case 'paragraph':
    case 'text':
      return [{ kind: 'paragraph', children: inlinesOf(token.tokens ?? [token]) }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: (token.tokens ?? []).flatMap(blockOf) }];
    case 'list': {
      const list = token as Tokens.List;
      return [
        {
          kind: 'list',
          ordered: list.ordered,
          items: list.items.map((item) => item.tokens.flatMap(blockOf)),
        },
      ];
    }
    case 'hr':
      return [{ kind: 'rule' }];
    default:
      return [{ kind: 'paragraph', children: [{ kind: 'text', text: token.raw.trim() }] }];
  }
}

function inlinesOf(tokens: readonly Token[] | undefined): Inline[] {
  return (tokens ?? []).map((token): Inline => {
    switch (token.type) {
      case 'strong':
        return { kind: 'strong', children: inlinesOf(token.tokens) };
      case 'em':
        return { kind: 'emphasis', children: inlinesOf(token.tokens) };
      case 'codespan':
        return { kind: 'code', text: (token as Tokens.Codespan).text };
      case 'br':
        return { kind: 'break' };
      case 'escape':
        return { kind: 'text', text: (token as Tokens.Escape).text };
      case 'link': {
        const { href } = token as Tokens.Link;
        return isWebAddress(href)
          ? { kind: 'link', address: href, children: inlinesOf(token.tokens) }
          : { kind: 'text', text: token.raw };
      }
      default:
        return { kind: 'text', text: token.raw };
    }
  });
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s/"<>]+\.[^\s"<>]+$/.test(address);
}
