import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { because, notFound, refuseIf } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { addActivity, changeActivity, closeActivity } from '../../actions/save-activity.ts';
import { words } from '../../messages/index.ts';
import { findActivity } from '../../store/activities.ts';
import { listRegions } from '../../store/countries.ts';
import { home, idIn, todayIn } from '../frame.ts';
import { activityAnswers, activityOf, answersOf } from './activity-answers.ts';
import { ActivityForm } from './activity-form.tsx';
import { activityPage } from './activity.tsx';

export async function showNew(visit: Visit): Promise<Response> {
  return await newPage(visit, freshForm(visit.world, { opensOn: todayIn(visit) }));
}

async function newPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const regions = await reading(world, actor, listRegions);
  return visit.show({
    title: t('add-activity'),
    hasProblems: form.problems.length > 0,
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href(home), label: t('programme') }]} />
        <PageHead title={t('add-activity')} lead={t('add-activity-lead')} />
        <ActivityForm {...{ language, form, regions }} action={visit.href(`${home}/activities`)} />
      </>
    ),
  });
}

export async function sendActivity(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: activityAnswers,
    act: async (said, once) => {
      const id = await addActivity(visit.world, visit.actor, activityOf(said), once);
      return `${home}/activities/${id}`;
    },
    again: (state) => newPage(visit, state),
  });
}

export async function showEdit(visit: Visit): Promise<Response> {
  return await editPage(visit, undefined);
}

async function editPage(visit: Visit, form: FormState | undefined): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const { activity, regions } = await reading(world, actor, async (tx) => ({
    activity: await findActivity(tx, idIn(visit, 'id')),
    regions: await listRegions(tx),
  }));
  if (!activity) throw notFound();
  refuseIf(activity.announcedBy === null ? undefined : because('programme:announced-elsewhere'), 409);
  return visit.show({
    title: t('change-activity'),
    hasProblems: (form?.problems.length ?? 0) > 0,
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href(home), label: t('programme') },
            { href: visit.href(`${home}/activities/${activity.id}`), label: activity.title[language] },
          ]}
        />
        <PageHead title={t('change-activity')} lead={t('change-activity-lead')} />
        <ActivityForm
          {...{ language, regions }}
          action={visit.href(`${home}/activities/${activity.id}`)}
          form={form ?? freshForm(world, answersOf(activity))}
          version={activity.version}
        />
      </>
    ),
  });
}

export async function sendChange(visit: Visit): Promise<Response> {
  const id = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: activityAnswers.and(z.object({ version: version() })),
    act: async (said, once) => {
      const changed = { ...activityOf(said), id, version: said.version };
      await changeActivity(visit.world, visit.actor, changed, answersOf, once);
      return `${home}/activities/${id}`;
    },
    again: (state) => editPage(visit, state),
  });
}

export async function sendClosing(visit: Visit): Promise<Response> {
  const id = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_said, once) => {
      await closeActivity(visit.world, visit.actor, id, once);
      return `${home}/activities/${id}`;
    },
    again: (state) => activityPage(visit, state),
  });
}
