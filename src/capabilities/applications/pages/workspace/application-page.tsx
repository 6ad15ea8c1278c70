import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { AnswersShown } from '../../../application-forms/index.ts';
import { type ApplicationState, stateLabel } from '../../../fund/index.ts';
import { words } from '../../messages/index.ts';
import { stateTone } from '../state-tone.ts';
import type { StaffView } from './read-application.ts';
import { ExtensionForms, MoveForms } from './staff-forms.tsx';

interface StaffPageProps {
  readonly visit: Visit;
  readonly view: StaffView;
  readonly cities: Readonly<Record<string, { name: string; place: string }>>;
  readonly form: FormState;
}

/** One application for the fund: where it is, what was sent under which questions, and what can happen next. */
export function StaffPage({ visit, view, cities, form }: StaffPageProps) {
  const { application, window, city, parts, participants, sent, shown, moves } = view;
  const { language } = visit;
  const t = words(language);
  const here = `/workspace/applications/${application.id}`;
  const label = (state: string) => stateLabel(state as ApplicationState, 'staff', window.labels)[language];
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/applications'), label: t('applications') }]} />
      <PageHead
        kind={window.name[language]}
        title={t('application-of', { city: city.name })}
        stage={<Tag tone={stateTone(application.state)}>{label(application.state)}</Tag>}
        facts={[
          { label: t('stage'), value: t(`stage.${application.stage}`) },
          { label: t('answers-in'), value: languageName(language, application.language) },
          ...parts.map((part) => ({
            label: t(`stage.${part.stage}`),
            value: t('answered-of', { answered: part.answered, needed: part.asked }),
          })),
        ]}
      />
      <section>
        <h2>{t('people')}</h2>
        <ul>
          {participants.map((one) => (
            <li key={one.id}>
              <bdi>{one.name}</bdi>: {t(`role.${one.role}`)} {!one.hasMandate && `(${t('mandate-over')})`}
            </li>
          ))}
        </ul>
      </section>
      <MoveForms visit={visit} view={view} form={form} />
      <ExtensionForms visit={visit} view={view} />
      {sent.length > 1 && (
        <nav aria-label={t('stage')}>
          {sent.map((one) => (
            <a key={one.id} href={`${visit.href(here)}?stage=${one.stage}`}>
              {t(`stage.${one.stage}`)}{' '}
            </a>
          ))}
        </nav>
      )}
      {shown && view.form ? (
        <>
          <FactList
            facts={[
              { label: t('received-at'), value: <InstantText at={shown.committedAt} /> },
              { label: t('sent-by'), value: <bdi>{shown.byName}</bdi> },
              {
                label: t('log-entry'),
                value: <a href={visit.href(`/log/leaf?leaf=${shown.leafIndex}`)}>{shown.leafIndex}</a>,
              },
              {
                label: t('form-answered'),
                value: `${view.form.title[language]}, ${t('version-n', { n: view.form.version })}`,
              },
            ]}
          />
          <AnswersShown
            form={view.form}
            answers={shown.answers}
            language={shown.language}
            terms={window}
            cities={cities}
            fileHref={(id) => visit.href(`${here}/files/${id}`)}
          />
        </>
      ) : (
        <EmptyState title={t('nothing-sent')}>{t('nothing-sent-why')}</EmptyState>
      )}
      <section>
        <h2>{t('how-it-moved')}</h2>
        <ol>
          {moves.map((move) => (
            <li key={move.at.toISOString()}>
              <InstantText at={move.at} />: {label(move.to)}, <bdi>{move.byName}</bdi>
              {move.why && <p class="as-typed">{move.why}</p>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
