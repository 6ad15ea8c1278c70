import type { ComponentChildren } from 'preact';
import { InstantText } from './date-text.tsx';
import { useKitWords } from './language-context.ts';
import { Tag } from './tag.tsx';

export interface ThreadMessage {
  readonly key: string;
  readonly from: string;
  /** In which capacity: "Focal point, Example city". */
  readonly capacity?: string | undefined;
  readonly at: Date;
  readonly body: ComponentChildren;
  /** Seen by staff only. */
  readonly internal?: boolean | undefined;
  readonly attachments?: readonly { readonly href: string; readonly name: string }[] | undefined;
}

interface ThreadProps {
  readonly messages: readonly ThreadMessage[];
  readonly timeZone?: string | undefined;
}

/** What was written to and fro, oldest first; `#<key>` leads to a message. */
export function Thread({ messages, timeZone }: ThreadProps) {
  return (
    <ol class="thread">
      {messages.map((message) => (
        <li key={message.key}>
          <Message message={message} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  );
}

function Message({ message, timeZone }: { message: ThreadMessage; timeZone: string | undefined }) {
  const t = useKitWords();
  return (
    <article id={message.key} class={message.internal ? 'message internal' : 'message'}>
      <header>
        <bdi class="from">{message.from}</bdi>{' '}
        {message.capacity && <span class="quiet">{message.capacity} · </span>}
        <span class="quiet">
          <InstantText at={message.at} timeZone={timeZone} />
        </span>{' '}
        {message.internal && <Tag tone="neutral">{t('internal-note')}</Tag>}
      </header>
      <div class="message-body" dir="auto">
        {typeof message.body === 'string'
          ? message.body.split(/\n{2,}/).map((paragraph, index) => <p key={index}>{paragraph}</p>)
          : message.body}
      </div>
      {message.attachments && message.attachments.length > 0 && (
        <ul class="attachments" aria-label={t('attachments')}>
          {message.attachments.map((file) => (
            <li key={file.href}>
              <a href={file.href}>
                <bdi>{file.name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
