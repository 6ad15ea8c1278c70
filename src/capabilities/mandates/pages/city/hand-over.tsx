import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import type { CityMatters } from '../../../../platform/tasks/city-matter.ts';
import { markHandOverRead, mattersOf } from '../../actions/hand-over.ts';
import { words } from '../../messages/index.ts';
import { isOfCity } from '../../permissions.ts';
import { listMandatesOf } from '../../store/grants.ts';
import { listUnread } from '../../store/succession.ts';
import { nothingSaid } from '../answers.ts';
import { HandOverPack } from '../hand-over-pack.tsx';
import { packFile } from '../pack-file.tsx';
import { cityOf } from './city-of.ts';

async function packOf(visit: Visit, sources: readonly CityMatters[]) {
  const { world, actor } = visit;
  const now = world.now();
  return await reading(world, actor, async (tx) => {
    const city = await cityOf(tx, visit);
    const mandates = await listMandatesOf(tx, city.id, dayInUtc(now));
    return {
      city,
      made: now,
      matters: await mattersOf(tx, sources, city.id, now),
      holding: mandates.filter(({ isOver }) => !isOver),
      isUnread:
        isOfCity(actor, city.id) && (await listUnread(tx, actor.personId ?? '', [city.id])).length > 0,
    };
  });
}

export function showHandOver(sources: readonly CityMatters[]) {
  return async (visit: Visit) => await handOverPage(visit, sources, freshForm(visit.world));
}

export function sendReceipt(sources: readonly CityMatters[]) {
  return async (visit: Visit) =>
    await submitForm(visit, {
      schema: nothingSaid,
      act: async (_said, once) => {
        await markHandOverRead(visit.world, visit.actor, visit.param('id'), once);
        return '/portal';
      },
      again: (state) => handOverPage(visit, sources, state),
    });
}

/** The same as one file that opens anywhere, for whoever is not at this screen. */
export function sendPackFile(sources: readonly CityMatters[]) {
  return async (visit: Visit) => packFile(visit, await packOf(visit, sources));
}

async function handOverPage(
  visit: Visit,
  sources: readonly CityMatters[],
  form: FormState,
): Promise<Response> {
  const { language } = visit;
  const { city, isUnread, ...pack } = await packOf(visit, sources);
  const t = words(language);
  const base = visit.href(`/portal/cities/${city.id}`);
  const title = t('hand-over-of', { city: city.shown });
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: `${base}/people`, label: t('people-of', { city: city.shown }) }]} />
      <PageHead
        title={title}
        lead={t(isUnread ? 'hand-over-new' : 'hand-over-lead')}
        next={<ButtonLink href={`${base}/hand-over/file`}>{t('download-pack')}</ButtonLink>}
      />
      <HandOverPack {...{ language, ...pack }} hrefOf={({ path }) => visit.href(path)} />
      {isUnread && (
        <Form action={`${base}/hand-over/receipt`} {...form}>
          <SubmitButton>{t('hand-over-seen')}</SubmitButton>
        </Form>
      )}
    </>
  );
  return visit.show({ title, body });
}
