import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { id, ticked, wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { confirmRound } from '../../actions/confirm-round.ts';
import { words } from '../../messages/index.ts';
import type { RunResult } from '../../rules/run-result.ts';
import { findRound, type Round } from '../../store/rounds.ts';
import { findLatestRun } from '../../store/runs.ts';
import { idIn } from '../desk.ts';
import { RunFacts } from './run-of-round.tsx';

const answers = z.object({
  run: id(),
  sure: ticked().transform((said, context) => said || wrong(context, 'peer-exchange:tick-to-confirm')),
});

export async function showConfirmation(visit: Visit): Promise<Response> {
  return await confirmationPage(visit, freshForm(visit.world));
}

export async function sendConfirmation(visit: Visit): Promise<Response> {
  const roundId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: answers,
    act: async ({ run }, once) => {
      await confirmRound(visit.world, visit.actor, { roundId, runId: run }, once);
      return `/workspace/exchange/rounds/${roundId}`;
    },
    again: (state) => confirmationPage(visit, state),
  });
}

async function confirmationPage(visit: Visit, form: FormState): Promise<Response> {
  const { world, actor, language } = visit;
  const seen = await reading(world, actor, async (tx) => {
    const round = await findRound(tx, idIn(visit, 'id'));
    const run = round && (await findLatestRun(tx, round.id));
    if (!round || !run?.result) throw notFound();
    return { round, runId: run.id, result: run.result };
  });
  return visit.show({
    title: words(language)('confirm-round'),
    body: <ConfirmationPage visit={visit} form={form} {...seen} />,
  });
}

interface ConfirmationPageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly round: Round;
  readonly runId: string;
  readonly result: RunResult;
}

/** The second of two steps: says what will be sent to whom before anything is. */
function ConfirmationPage({ visit, form, round, runId, result }: ConfirmationPageProps) {
  const t = words(visit.language);
  const path = `/workspace/exchange/rounds/${round.id}`;
  const letters = result.proposals.reduce((sum, { cities }) => sum + cities.length, 0);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href('/workspace/exchange'), label: t('exchange') },
          { href: visit.href(path), label: round.name },
        ]}
      />
      <PageHead
        title={t('confirm-round')}
        lead={t('confirm-lead', { introductions: result.proposals.length, letters, days: round.consentDays })}
      />
      <RunFacts language={visit.language} result={result} />
      <Form
        action={visit.href(`${path}/confirmation`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <input type="hidden" name="run" value={runId} />
        <CheckboxField name="sure" question={t('sure-question')} label={t('sure', { letters })} />
        <SubmitButton>{t('send-introductions')}</SubmitButton>
      </Form>
    </>
  );
}
