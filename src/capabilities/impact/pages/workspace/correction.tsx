import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { minorDigits } from '../../../../kernel/money.ts';
import { because, type Problem, refuseIf } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { proposeChange } from '../../actions/propose-change.ts';
import { words } from '../../messages/index.ts';
import { whyNotChange } from '../../permissions.ts';
import { dateSaid } from '../../rules/figure-for-systems.ts';
import { readCorrection } from '../../rules/read-claim.ts';
import type { ClaimPage } from '../../store/claim-page.ts';
import { findStanding } from '../../store/ledger.ts';
import { claimAsked } from './claim.tsx';
import { EvidenceFields, MeasureFields } from './claim-fields.tsx';
import { decidable } from './decidable.ts';
import { saidSchema } from './said-schema.ts';
import { StaleNotice } from './stale-notice.tsx';

export async function showCorrection(visit: Visit): Promise<Response> {
  return await correctionPage(visit, freshForm(visit.world));
}

export async function sendCorrection(visit: Visit): Promise<Response> {
  const { world, actor } = visit;
  await claimAsked(visit);
  const standing = await reading(world, actor, (tx) => findStanding(tx, visit.param('id')));
  if (!standing) throw new Error('the claim was there a moment ago');
  const today = dayInUtc(world.now());
  return await submitForm(visit, {
    schema: saidSchema((said) => {
      const { says, evidence, problems } = readCorrection(said, standing.entry, today);
      const reason = (said['reason'] ?? '').trim();
      const missing = reasonProblems(reason);
      return {
        read: { says, evidence, reason, version: Number(said['version'] ?? 0) },
        problems: [...missing, ...problems],
      };
    }),
    act: async (input, once) => {
      await proposeChange(world, actor, { claimId: standing.id, kind: 'correction', ...input }, once);
      return `/workspace/impact/claims/${standing.id}`;
    },
    again: (state) => correctionPage(visit, state),
  });
}

async function correctionPage(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const { page } = await claimAsked(visit);
  if (form.problems.length === 0) refuseIf(whyNotChange(visit.actor, decidable(page), 'correction'));
  const path = visit.href(`/workspace/impact/claims/${page.entry.id}`);
  return visit.show({
    title: t('propose-correction'),
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href('/workspace/impact'), label: t('ledger') },
            { href: path, label: page.entry.subjectName },
          ]}
        />
        <PageHead
          kind={t(`kind.${page.entry.kind}`)}
          title={t('propose-correction')}
          lead={t('correction-lead')}
        />
        <Form
          action={`${path}/correction`}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
          version={page.version}
        >
          <StaleNotice state={form} language={language} />
          <TextareaField name="reason" label={t('why-correct')} />
          <MeasureFields kind={page.entry.kind} initial={initialOf(page)} />
          <EvidenceFields />
          <SubmitButton>{t('propose-this-correction')}</SubmitButton>
        </Form>
      </>
    ),
    hasProblems: form.problems.length > 0,
  });
}

function reasonProblems(reason: string): Problem[] {
  if (reason === '') return [{ field: 'reason', reason: because('platform:needed') }];
  return reason.length > 600 ? [{ field: 'reason', reason: because('platform:too-long', { max: 600 }) }] : [];
}

/** The entry in force, as its fields would have been typed. */
function initialOf({ entry, visibility }: ClaimPage): Record<string, string | undefined> {
  const { amountMinor, currency, usdMinor } = entry;
  return {
    on: dateSaid(entry),
    amount: amountMinor && currency ? typed(amountMinor, currency) : undefined,
    amountCurrency: currency ?? undefined,
    usd: usdMinor ? typed(usdMinor, 'USD') : undefined,
    usdSource: entry.usdSource ?? undefined,
    count: entry.count ?? undefined,
    countUnit: entry.countUnit ?? undefined,
    qualifier: entry.qualifier,
    statement: entry.statementIn?.en ?? entry.statement,
    visibility,
  };
}

function typed(minor: string, currency: string): string {
  const digits = minorDigits(currency);
  if (digits === 0) return minor;
  const padded = minor.padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
