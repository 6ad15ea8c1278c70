import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, id, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { compareNames } from '../../../../platform/languages/format.ts';
import { makeWish, removeWish } from '../../actions/rounds.ts';
import { poolOfRound } from '../../actions/pool-of-round.ts';
import { words } from '../../messages/index.ts';
import { findRound, type Round } from '../../store/rounds.ts';
import { idIn, namedCities } from '../desk.ts';

const answers = z.object({ kind: choice(['pin', 'forbid']), city: id(), other: id(), why: text(600) });

export async function showNewWish(visit: Visit): Promise<Response> {
  const asked = { kind: visit.query('kind'), city: visit.query('city'), other: visit.query('other') };
  const answers = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return await wishPage(visit, freshForm(visit.world, answers));
}

export async function sendWish(visit: Visit): Promise<Response> {
  const roundId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: answers,
    act: async (said, once) => {
      await makeWish(visit.world, visit.actor, { ...said, roundId }, once);
      return `/workspace/exchange/rounds/${roundId}`;
    },
    again: (state) => wishPage(visit, state),
  });
}

export async function sendRemoval(visit: Visit): Promise<Response> {
  const [roundId, wishId] = [idIn(visit, 'id'), idIn(visit, 'wish')];
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_said, once) => {
      await removeWish(visit.world, visit.actor, { roundId, wishId }, once);
      return `/workspace/exchange/rounds/${roundId}`;
    },
    again: (state) => wishPage(visit, state),
  });
}

async function wishPage(visit: Visit, form: FormState): Promise<Response> {
  const { world, actor, language } = visit;
  const seen = await reading(world, actor, async (tx) => {
    const round = await findRound(tx, idIn(visit, 'id'));
    if (!round) throw notFound();
    const { problem } = await poolOfRound(tx, round);
    const ids = problem.cities.map((city) => city.id);
    const { name } = await namedCities(visit, tx, ids);
    const choices = ids
      .map((value) => ({ value, label: name(value) }))
      .toSorted((a, b) => compareNames(language, a.label, b.label));
    return { round, choices };
  });
  return visit.show({
    title: words(language)('add-wish'),
    body: <WishPage visit={visit} form={form} {...seen} />,
  });
}

interface WishPageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly round: Round;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

function WishPage({ visit, form, round, choices }: WishPageProps) {
  const t = words(visit.language);
  const path = `/workspace/exchange/rounds/${round.id}`;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href('/workspace/exchange'), label: t('exchange') },
          { href: visit.href(path), label: round.name },
        ]}
      />
      <PageHead title={t('add-wish')} lead={t('add-wish-lead')} />
      <Form
        action={visit.href(`${path}/wishes`)}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <RadiosField
          name="kind"
          label={t('wish')}
          choices={(['pin', 'forbid'] as const).map((value) => ({ value, label: t(`wish-label.${value}`) }))}
        />
        <SelectField name="city" label={t('city')} choices={choices} />
        <SelectField name="other" label={t('other-city')} choices={choices} />
        <TextField name="why" label={t('why')} maxLength={600} />
        <SubmitButton>{t('keep-wish')}</SubmitButton>
      </Form>
    </>
  );
}
