import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import { text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { liftConflict } from '../../actions/lift-conflict.ts';
import { words } from '../../messages/index.ts';
import { whyNotLift } from '../../permissions.ts';
import { type Conflict, listConflicts } from '../../store/conflicts.ts';
import { cityNames, idIn } from '../named.ts';

const path = '/workspace/reviews/conflicts';

export async function showConflicts(visit: Visit): Promise<Response> {
  return await conflictsPage(visit);
}

async function conflictsPage(visit: Visit, refused?: { id: string; state: FormState }): Promise<Response> {
  const seen = await reading(visit.world, visit.actor, async (tx) => {
    const conflicts = await listConflicts(tx);
    const names = await cityNames(
      visit,
      tx,
      conflicts.map(({ cityId }) => cityId),
    );
    return { conflicts, names };
  });
  return visit.show({
    title: words(visit.language)('conflicts'),
    body: <ConflictsPage visit={visit} refused={refused} {...seen} />,
    hasProblems: refused !== undefined,
  });
}

export async function sendLift(visit: Visit): Promise<Response> {
  const conflictId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({ why: text(1000) }),
    act: async ({ why }, once) => {
      await liftConflict(visit.world, visit.actor, { conflictId, why }, once);
      return path;
    },
    again: (state) => conflictsPage(visit, { id: conflictId, state }),
  });
}

interface ConflictsPageProps {
  readonly visit: Visit;
  readonly conflicts: readonly Conflict[];
  readonly names: ReadonlyMap<string, string>;
  readonly refused: { id: string; state: FormState } | undefined;
}

function ConflictsPage({ visit, conflicts, names, refused }: ConflictsPageProps) {
  const t = words(visit.language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/reviews'), label: t('reviews') }]} />
      <PageHead title={t('conflicts')} lead={t('conflicts-lead')} />
      <Table
        caption={t('conflicts')}
        captionHidden
        rows={conflicts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('no-conflicts')}>{t('no-conflicts-why')}</EmptyState>}
        columns={[
          {
            key: 'person',
            title: t('person'),
            rowHeader: true,
            cell: ({ personName }) => <bdi>{personName}</bdi>,
          },
          {
            key: 'city',
            title: t('application'),
            cell: ({ cityId }) => <bdi>{names.get(cityId)}</bdi>,
          },
          {
            key: 'ground',
            title: t('ground'),
            cell: ({ ground, detail }) => `${t(`ground.${ground}`)}${detail ? `: ${detail}` : ''}`,
          },
          { key: 'origin', title: t('origin'), cell: ({ origin }) => t(`origin.${origin}`) },
          {
            key: 'lift',
            title: t('lift'),
            cell: (conflict) => <Lift visit={visit} conflict={conflict} refused={refused} />,
          },
        ]}
      />
    </>
  );
}

function Lift({
  visit,
  conflict,
  refused,
}: Pick<ConflictsPageProps, 'visit' | 'refused'> & { conflict: Conflict }) {
  const t = words(visit.language);
  if (conflict.liftedWhy) return <>{t('lifted', { why: conflict.liftedWhy })}</>;
  if (whyNotLift(visit.actor, conflict)) return <>–</>;
  const form = refused?.id === conflict.id ? refused.state : freshForm(visit.world);
  return (
    <details open={refused?.id === conflict.id}>
      <summary>{t('lift')}</summary>
      <Form
        action={visit.href(`${path}/${conflict.id}/lifting`)}
        id={`lift-${conflict.id}`}
        aside
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <TextField name="why" label={t('lift-why')} />
        <SubmitButton look="plain">{t('lift')}</SubmitButton>
      </Form>
    </details>
  );
}
