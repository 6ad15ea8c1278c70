import { Prose } from '../../../../design/layout.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { LocalText } from '../../../../kernel/local-text.ts';
import { formatInstant } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Call } from '../../store/call-page.ts';
import type { ShownChange } from '../../store/window-changes.ts';
import type { Clock } from './stage-times.tsx';

interface AnswersAndHistoryProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly call: Call;
  readonly clocks: readonly Clock[];
}

/** Questions answered to all, and every public act on the window with its reason and its place in the log. */
export function AnswersAndHistory({ language, href, call, clocks }: AnswersAndHistoryProps) {
  const t = words(language);
  const { window, answers, changes } = call;
  const base = `/fund/windows/${window.slug}`;
  return (
    <>
      <section id="questions">
        <h2>{t('questions-and-answers')}</h2>
        {answers.length === 0 && <p>{t('no-answers-yet')}</p>}
        {answers.map(({ id, question, answer, answeredAt, corrects }) => (
          <details key={id}>
            <summary>{question[language]}</summary>
            <p>{answer[language]}</p>
            <p class="quiet">
              <DateText date={dayInUtc(new Date(answeredAt))} /> {corrects && t('answer-corrected')}
            </p>
          </details>
        ))}
        {window.state === 'open' && (
          <ButtonLink href={href(`${base}/questions`)}>{t('ask-a-question')}</ButtonLink>
        )}
      </section>
      {changes.length > 0 && (
        <section>
          <h2>{t('what-two-people-did')}</h2>
          <p>{t('what-two-people-did-lead')}</p>
          <Prose>
            <ul>
              {changes.map((change) => (
                <li key={change.id}>
                  {sayChange(language, change, clocks[0]?.zone ?? 'UTC')} {t('because')}{' '}
                  <Said text={change.reason} language={language} />{' '}
                  {change.decidedAt && <DateText date={dayInUtc(change.decidedAt)} />}
                  {change.leafIndex !== null && (
                    <>
                      {' · '}
                      <a href={href(`/log/leaf?leaf=${change.leafIndex}`)}>{t('in-the-log')}</a>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </Prose>
        </section>
      )}
      <p class="quiet">
        <a href={href(`${base}/window.json`)}>{t('as-json')}</a>
      </p>
    </>
  );
}

/** In the reader's language where it was written, else in English, marked as such. */
function Said({ text, language }: { text: LocalText; language: Language }) {
  const own = text[language];
  return own ? (
    <>{own}</>
  ) : (
    <span lang="en" dir="ltr">
      {text.en}
    </span>
  );
}

function sayChange(language: Language, { kind, stage, from, to }: ShownChange, zone: string): string {
  const t = words(language);
  if (kind === 'open') return t('history.open');
  if (kind === 'close') return t('history.close');
  return t('history.move', {
    stage: stage ? t(`stage.${stage}`) : '',
    from: from ? formatInstant(language, from.closesAt, zone) : '',
    to: to ? formatInstant(language, to.closesAt, zone) : '',
  });
}
