import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { Reason, SentenceValues } from '../../../../kernel/refusal.ts';
import type { RecordedAct } from '../../../../platform/audit/act.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { words } from '../../messages/index.ts';
import {
  type KeptWindow,
  type Missing,
  type PrepareStep,
  prepareSteps,
} from '../../rules/prepared-window.ts';
import type { KeptChange } from '../../store/window-changes.ts';
import { Changes } from './changes.tsx';
import { PublicActs } from './public-acts.tsx';
import { pathOf } from './step.tsx';
import { WindowTag } from './window-tag.tsx';

export interface KeptWindowPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly window: KeptWindow;
  readonly changes: readonly KeptChange[];
  readonly questions: number;
  readonly acts: readonly RecordedAct[];
  readonly missing: ReadonlyMap<PrepareStep, readonly Missing[]>;
  readonly form: FormState;
  /** The form that was sent and has problems. */
  readonly sent: string | undefined;
  readonly now: Date;
  readonly mayKeep: boolean;
  /** Why not, as a sentence. */
  readonly mayApprove: (change: KeptChange) => Reason | undefined;
  readonly mayTakeBack: (change: KeptChange) => boolean;
  readonly newKey: () => string;
}

export function KeptWindowPage(props: KeptWindowPageProps) {
  const { language, href, window, questions, acts } = props;
  const t = words(language);
  const waiting = props.changes.filter(({ decision }) => decision === null);
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/workspace/fund/windows'), label: t('windows') }]} />
      <PageHead
        kind={t('window')}
        title={window.name[language] || window.name.en}
        lead={window.theme[language] || undefined}
        stage={<WindowTag language={language} state={window.state} />}
      />
      {window.isExample && <Notice title={t('is-example')}>{t('is-example-why')}</Notice>}
      {waiting.length > 0 && <Changes {...props} changes={waiting} title={t('waits-for-second')} />}
      <p>
        <a href={href(pathOf(window.id, '/preview'))}>{t('see-as-a-city')}</a>
        {' · '}
        {window.state !== 'preparing' && (
          <>
            <a href={href(`/fund/windows/${window.slug}`)}>{t('public-page')}</a>
            {' · '}
          </>
        )}
        <a href={href(pathOf(window.id, '/cities'))}>{t('screening')}</a>
        {' · '}
        <a href={href(pathOf(window.id, '/questions'))}>{t('questions-n', { n: questions })}</a>
        {' · '}
        <a href={href(pathOf(window.id, '/window.json'))} download>
          {t('as-json')}
        </a>
        {props.mayKeep && (
          <>
            {' · '}
            <a href={href(`/workspace/fund/windows/new?copy=${window.id}`)}>{t('copy-this')}</a>
          </>
        )}
      </p>
      <StepList {...props} />
      {props.mayKeep && <PublicActs {...props} />}
      {props.changes.length > waiting.length && (
        <Changes
          {...props}
          changes={props.changes.filter(({ decision }) => decision !== null)}
          title={t('what-two-people-did')}
        />
      )}
      {acts.length > 0 && (
        <section>
          <h2>{t('what-was-done')}</h2>
          <ul>
            {acts.map((act) => (
              <li key={act.id}>
                <InstantText at={act.at} /> · <bdi>{act.actorName}</bdi> · {sayAct(language, act)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Each step with what it still lacks. */
function StepList({ language, href, window, missing }: KeptWindowPageProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t(window.state === 'preparing' ? 'before-it-can-open' : 'what-it-is')}</h2>
      <ul class="tasks">
        {prepareSteps.map((step) => {
          const lacks = missing.get(step) ?? [];
          return (
            <li key={step}>
              <div>
                <a href={href(pathOf(window.id, `/${step}`))}>{t(`step.${step}`)}</a>
                {window.state === 'preparing' &&
                  lacks.map((one) => (
                    <p key={one} class="quiet">
                      {t(`missing.${one}`)}
                    </p>
                  ))}
              </div>
              {window.state === 'preparing' && (
                <p>
                  {lacks.length > 0 ? (
                    <Tag tone="signal">{t('to-do')}</Tag>
                  ) : (
                    <Tag tone="done">{t(step === 'labels' ? 'as-you-like' : 'ready')}</Tag>
                  )}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function sayAct(language: Language, { kind, details }: RecordedAct): string {
  const [, what] = kind.split('.');
  return explain(language, { key: `fund:act.${what}`, values: details as SentenceValues });
}
