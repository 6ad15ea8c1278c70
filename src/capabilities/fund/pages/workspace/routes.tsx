import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { listActs } from '../../../../platform/audit/act.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import { get, post, type Route, type Visit } from '../../../../platform/http/route.ts';
import { holders, secretariat } from '../../../../platform/permissions/guard.ts';
import { amountAsAnswers } from '../../actions/keep-grant.ts';
import { recordAmount } from '../../actions/record-amount.ts';
import { recordResult } from '../../actions/record-result.ts';
import { words } from '../../messages/index.ts';
import { grantKeepers, whyNotKeepGrants } from '../../permissions.ts';
import { listGrants } from '../../store/fund.ts';
import { findGrant } from '../../store/grants.ts';
import { amountAnswers, resultAnswers } from './grant-answers.ts';
import { GrantPage, type GrantPageProps } from './grant-page.tsx';
import { GrantsToKeep } from './grants-page.tsx';

const keepers = holders(...grantKeepers);

export const routes: readonly Route[] = [
  get('/workspace/fund/grants', secretariat, showGrants),
  get('/workspace/fund/grants/:id', secretariat, (visit) =>
    grantPage(visit, freshForm(visit.world), undefined),
  ),
  post('/workspace/fund/grants/:id/amount', keepers, sendAmount),
  post('/workspace/fund/grants/:id/results', keepers, sendResult),
];

async function showGrants(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const { grants } = await reading(world, actor, listGrants);
  return visit.show({
    title: words(language)('grants'),
    body: <GrantsToKeep {...{ language, grants }} href={(path) => visit.href(path)} />,
  });
}

async function sendAmount(visit: Visit): Promise<Response> {
  const grantId = idAsked(visit);
  return await submitForm(visit, {
    schema: amountAnswers,
    act: async (said, once) => {
      await recordAmount(visit.world, visit.actor, { ...said, grantId }, once);
      return `/workspace/fund/grants/${grantId}`;
    },
    again: (state) => grantPage(visit, state, 'amount'),
  });
}

async function sendResult(visit: Visit): Promise<Response> {
  const grantId = idAsked(visit);
  return await submitForm(visit, {
    schema: resultAnswers,
    act: async (said, once) => {
      await recordResult(visit.world, visit.actor, { ...said, grantId }, once);
      return `/workspace/fund/grants/${grantId}`;
    },
    again: (state) => grantPage(visit, state, 'result'),
  });
}

function idAsked(visit: Visit): string {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}

async function grantPage(visit: Visit, form: FormState, sent: GrantPageProps['sent']): Promise<Response> {
  const { language, world, actor } = visit;
  const id = idAsked(visit);
  const { grant, acts } = await reading(world, actor, async (tx) => ({
    grant: await findGrant(tx, id),
    acts: await listActs(tx, { subject: { kind: 'grant', id } }),
  }));
  if (!grant) throw notFound();
  const said = amountAsAnswers(grant);
  const mayChange = whyNotKeepGrants(actor) === undefined;
  return visit.show({
    title: `${words(language)('grant')}: ${grant.cityName}`,
    body: (
      <GrantPage
        {...{ language, grant, said, acts, form, sent, mayChange }}
        href={(path) => visit.href(path)}
      />
    ),
  });
}
