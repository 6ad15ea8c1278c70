import { Notice } from '../../../design/notice.tsx';
import { Thread, type ThreadMessage } from '../../../design/thread.tsx';
import type { Language } from '../../../kernel/language.ts';
import { formatNumber } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { Message } from '../store/messages.ts';
import type { Note } from '../store/notes.ts';

interface ThreadViewProps {
  readonly language: Language;
  readonly messages: readonly Message[];
  /** Given on staff's pages only. */
  readonly notes?: readonly Note[];
  readonly fileHref: (id: string) => string;
  /** References of merged cases, by case id: their messages say where they come from. */
  readonly references?: ReadonlyMap<string, string>;
}

/** Everything written about a case, oldest first; notes of staff in their place among it. */
export function ThreadView({ language, messages, notes = [], fileHref, references }: ThreadViewProps) {
  const t = words(language);
  const shown: ThreadMessage[] = messages
    .filter(({ keptApart }) => !keptApart)
    .map((message) => ({
      key: `m-${message.id}`,
      from: message.fromName,
      capacity: [capacity(language, message), references?.get(message.caseId)].filter(Boolean).join(' · '),
      at: message.at,
      body: <MessageBody language={language} message={message} />,
      attachments: message.attachments
        .filter(({ state }) => state === 'checked')
        .map(({ id, name, size }) => ({
          href: fileHref(id),
          name: `${name} (${t('kilobytes', { n: formatNumber(language, Math.ceil(size / 1000)) })})`,
        })),
    }));
  const internal = notes.map(
    ({ id, by, at, body }): ThreadMessage => ({ key: `n-${id}`, from: by, at, body, internal: true }),
  );
  return <Thread messages={[...shown, ...internal].toSorted((a, b) => a.at.getTime() - b.at.getTime())} />;
}

function capacity(language: Language, { direction, channel, automatic }: Message): string {
  const t = words(language);
  if (automatic) return t('sent-by-platform');
  return direction === 'out' ? t('from-desk') : t(`sent-by-${channel}`);
}

export function MessageBody({ language, message }: { language: Language; message: Message }) {
  const t = words(language);
  const quarantined = message.attachments.filter(({ state }) => state === 'quarantined');
  return (
    <>
      {message.warnings.includes('bank-change') && message.direction === 'in' && (
        <Notice tone="stopped">{t('bank-warning')}</Notice>
      )}
      {message.body.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {quarantined.length > 0 && (
        <Notice tone="signal">
          {t('quarantined', { n: quarantined.length, names: quarantined.map(({ name }) => name).join(', ') })}
        </Notice>
      )}
    </>
  );
}
