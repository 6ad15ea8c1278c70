import { SubmitButton } from '../../../../design/button.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import {
  type ApplicationState,
  moveKeys,
  moveLabel,
  moves,
  stageAfter,
  whyNotMove,
} from '../../../fund/index.ts';
import { words } from '../../messages/index.ts';
import type { StaffView } from './read-application.ts';

/** What the process allows now; what takes two is proposed first and confirmed by another. */
export function MoveForms({ visit, view, form }: { visit: Visit; view: StaffView; form: FormState }) {
  const { language } = visit;
  const t = words(language);
  const { application, window, proposal } = view;
  const action = visit.href(`/workspace/applications/${application.id}/moves`);
  const standing = {
    state: application.state as ApplicationState,
    isLastStage: stageAfter(window.stages, application.stage) === undefined,
    stageIsOpen: false,
  };
  const mover = { roles: visit.actor.roles.map(({ role }) => role), proposedIt: false };
  const allowed = moveKeys.filter((key) => !whyNotMove(key, mover, standing));
  return (
    <section>
      <h2>{t('what-next')}</h2>
      {proposal && (
        <Notice tone="signal" title={t('proposed', { name: proposal.byName })}>
          <p>
            {moveLabel(proposal.move as keyof typeof moves)[language]},{' '}
            <InstantText at={proposal.proposedAt} />
          </p>
          {proposal.why && <p class="as-typed">{proposal.why}</p>}
          <Form action={`${action}/drop`} idempotencyKey={visit.world.newId()} id="drop" aside>
            <SubmitButton look="danger">{t('drop-proposal')}</SubmitButton>
          </Form>
        </Notice>
      )}
      {allowed.length === 0 ? (
        <p class="quiet">{t('no-move')}</p>
      ) : (
        <Form
          action={action}
          idempotencyKey={form.idempotencyKey}
          problems={form.problems}
          answers={form.answers}
          id="move"
        >
          <SelectField
            name="move"
            label={t('move')}
            choices={allowed.map((value) => ({
              value,
              label: moves[value].byTwo
                ? t('move-by-two', { move: moveLabel(value)[language] })
                : moveLabel(value)[language],
            }))}
            none={t('choose')}
          />
          <TextareaField name="why" label={t('why')} optional />
          <SubmitButton>{t('do-it')}</SubmitButton>
        </Form>
      )}
    </section>
  );
}

export function ExtensionForms({ visit, view }: { visit: Visit; view: StaffView }) {
  const t = words(visit.language);
  if (view.extensions.length === 0) return null;
  return (
    <section>
      <h2>{t('wants-time')}</h2>
      {view.extensions.map((asked) => (
        <div key={asked.id}>
          <p>
            <InstantText at={asked.askedAt} />, <bdi>{asked.byName}</bdi>
          </p>
          <p class="as-typed">{asked.reason}</p>
          {asked.answer ? (
            <p class="as-typed">
              {t('the-fund-answers')} {asked.answer}
            </p>
          ) : (
            <Form
              action={visit.href(`/workspace/applications/${view.application.id}/extension-answers`)}
              idempotencyKey={visit.world.newId()}
              id={`answer-${asked.id}`}
              aside
            >
              <input type="hidden" name="request" value={asked.id} />
              <TextareaField name="answer" label={t('answer-city')} hint={t('deadline-for-all')} />
              <SubmitButton>{t('send-answer')}</SubmitButton>
            </Form>
          )}
        </div>
      ))}
    </section>
  );
}
