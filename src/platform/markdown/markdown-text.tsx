import { type Block, type Inline, readMarkdown } from './markdown.ts';

interface MarkdownTextProps {
  readonly text: string;
  /** Of the headings inside, so that they stand in order under the page's. */
  readonly level?: 2 | 3 | 4 | undefined;
}

/** What somebody wrote, as HTML that is also well-formed XML. */
export function MarkdownText({ text, level = 3 }: MarkdownTextProps) {
  return <Blocks blocks={readMarkdown(text)} level={level} />;
}

function Blocks({ blocks, level }: { blocks: readonly Block[]; level: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <>
      {blocks.map((block) => {
        if (block.kind === 'heading')
          return (
            <Heading>
              <Inlines of={block.children} />
            </Heading>
          );
        if (block.kind === 'paragraph')
          return (
            <p>
              <Inlines of={block.children} />
            </p>
          );
        if (block.kind === 'rule') return <hr />;
        if (block.kind === 'quote')
          return (
            <blockquote>
              <Blocks blocks={block.blocks} level={level} />
            </blockquote>
          );
        const List = block.ordered ? 'ol' : 'ul';
        return (
          <List>
            {block.items.map((item) => (
              <li>
                {item.length === 1 && item[0]?.kind === 'paragraph' ? (
                  <Inlines of={item[0].children} />
                ) : (
                  <Blocks blocks={item} level={level} />
                )}
              </li>
            ))}
          </List>
        );
      })}
    </>
  );
}

function Inlines({ of }: { of: readonly Inline[] }) {
  return (
    <>
      {of.map((part) => {
        if (part.kind === 'text') return part.text;
        if (part.kind === 'code') return <code>{part.text}</code>;
        if (part.kind === 'break') return <br />;
        if (part.kind === 'link')
          return (
            <a href={part.address} rel="noopener">
              <Inlines of={part.children} />
            </a>
          );
        const Weight = part.kind === 'strong' ? 'strong' : 'em';
        return (
          <Weight>
            <Inlines of={part.children} />
          </Weight>
        );
      })}
    </>
  );
}
