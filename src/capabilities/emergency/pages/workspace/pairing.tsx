import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { Timeline } from '../../../../design/timeline.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, optionalText, version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { movePairing } from '../../actions/pair-up.ts';
import { words } from '../../messages/index.ts';
import { whyNotRun } from '../../permissions.ts';
import { crowdedNeeds, nextStates, pairingStates } from '../../rules/help.ts';
import { wordingFor } from '../../rules/response.ts';
import { listSteps, type PastStep } from '../../store/help.ts';
import { findRecord, type Pairing } from '../../store/record.ts';
import { type Frame, frameOf, idIn, sideName } from '../frame.ts';
import { pairingTones } from '../help-picture.tsx';

export async function showPairing(visit: Visit): Promise<Response> {
  return await pairingPage(visit, freshForm(visit.world));
}

export async function sendStep(visit: Visit): Promise<Response> {
  const id = idIn(visit, 'pairing');
  return await submitForm(visit, {
    schema: z.object({ to: choice(pairingStates), remark: optionalText(500), version: version() }),
    act: async (said, once) => {
      await movePairing(visit.world, visit.actor, { id, ...said }, once);
      return `/workspace/emergencies/${visit.param('id')}/pairings/${id}`;
    },
    again: (state) => pairingPage(visit, state),
  });
}

async function pairingPage(visit: Visit, form: FormState): Promise<Response> {
  const [id, pairingId] = [idIn(visit, 'id'), idIn(visit, 'pairing')];
  const { record, steps } = await reading(visit.world, visit.actor, async (tx) => ({
    record: await findRecord(tx, { id }),
    steps: await listSteps(tx, pairingId),
  }));
  const pairing = record?.pairings.find((one) => one.id === pairingId);
  if (!record || !pairing) throw notFound();
  const mayRun = whyNotRun(visit.actor) === undefined;
  return visit.show({
    title: words(visit.language)('who-helps-whom'),
    body: <PairingPage {...frameOf(visit, record)} {...{ form, pairing, steps, mayRun }} />,
  });
}

interface PairingPageProps extends Frame {
  readonly form: FormState;
  readonly pairing: Pairing;
  readonly steps: readonly PastStep[];
  readonly mayRun: boolean;
}

/** One helper and one need: where it stands, what was said at each step, what may come next. */
function PairingPage({ language, href, record, form, pairing, steps, mayRun }: PairingPageProps) {
  const t = words(language);
  const need = record.needs.find(({ id }) => id === pairing.needId);
  const offer = record.offers.find(({ id }) => id === pairing.offerId);
  const at = `/workspace/emergencies/${record.id}`;
  const next = nextStates(pairing.state);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href(at), label: wordingFor(record.wordings, language).title },
          { href: href(`${at}/help`), label: t('who-helps-whom') },
        ]}
      />
      <PageHead
        title={t('helps', { helper: sideName(language, offer), helped: sideName(language, need) })}
        stage={<Tag tone={pairingTones[pairing.state]}>{t(`state.${pairing.state}`)}</Tag>}
        facts={[
          { label: t('need'), value: <span dir="auto">{need?.what}</span> },
          { label: t('offer-of'), value: <span dir="auto">{offer?.what}</span> },
        ]}
      />
      {crowdedNeeds(record.pairings).has(pairing.needId) && (
        <Notice tone="signal">{t('crowded-note', { n: 1 })}</Notice>
      )}
      {!(need?.mayShow && offer?.mayShow) && <Notice>{t('not-shown-note')}</Notice>}
      {mayRun && next.length > 0 && (
        <Form
          action={href(`${at}/pairings/${pairing.id}/steps`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
          version={pairing.version}
        >
          <RadiosField
            name="to"
            label={t('next-state')}
            choices={next.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
          <TextField name="remark" label={t('remark')} hint={t('remark-hint')} optional />
          <SubmitButton>{t('note-step')}</SubmitButton>
        </Form>
      )}
      <section>
        <h2>{t('steps')}</h2>
        <Timeline
          entries={steps.map((step) => ({
            key: step.at.toISOString(),
            date: dayInUtc(step.at),
            title: t(`state.${step.state}`),
            children: (
              <p class="quiet">
                {step.remark} <bdi>{step.by}</bdi>
              </p>
            ),
          }))}
        />
      </section>
    </>
  );
}
