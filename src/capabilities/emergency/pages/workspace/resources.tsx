import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Timeline } from '../../../../design/timeline.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, optionalText } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { checkResource } from '../../actions/check-resource.ts';
import { words } from '../../messages/index.ts';
import { whyNotRun } from '../../permissions.ts';
import { byUse } from '../../rules/freshness.ts';
import { wordingFor } from '../../rules/response.ts';
import { findRecord } from '../../store/record.ts';
import { listChecks, type PastCheck } from '../../store/resources.ts';
import { type Frame, frameOf, idIn } from '../frame.ts';
import { Refused } from '../press.tsx';
import { ResourceTable } from '../resource-table.tsx';

export async function showResources(visit: Visit): Promise<Response> {
  return await resourcesPage(visit, freshForm(visit.world));
}

export async function sendCheck(visit: Visit): Promise<Response> {
  const [responseId, id] = [idIn(visit, 'id'), idIn(visit, 'resource')];
  return await submitForm(visit, {
    schema: z.object({ found: choice(['works', 'gone']), remark: optionalText(300) }),
    act: async (said, once) => {
      await checkResource(visit.world, visit.actor, { ...said, responseId, id }, once);
      return `/workspace/emergencies/${responseId}/resources`;
    },
    again: (state) => resourcesPage(visit, state),
  });
}

async function resourcesPage(visit: Visit, form: FormState): Promise<Response> {
  const id = idIn(visit, 'id');
  const { record, checks } = await reading(visit.world, visit.actor, async (tx) => ({
    record: await findRecord(tx, { id }),
    checks: await listChecks(tx, id),
  }));
  if (!record) throw notFound();
  const mayChange = whyNotRun(visit.actor) === undefined && record.stage !== 'closed';
  return visit.show({
    title: words(visit.language)('resources'),
    body: <ResourcesPage {...frameOf(visit, record)} {...{ form, checks, mayChange }} />,
  });
}

interface ResourcesPageProps extends Frame {
  readonly form: FormState;
  readonly checks: readonly PastCheck[];
  readonly mayChange: boolean;
}

/** What wants a look comes with two buttons: it works, it is gone. */
function ResourcesPage({ language, href, record, today, form, checks, mayChange }: ResourcesPageProps) {
  const t = words(language);
  const at = `/workspace/emergencies/${record.id}`;
  const alive = record.resources.filter(({ isWithdrawn }) => !isWithdrawn).toSorted(byUse(today));
  return (
    <>
      <Breadcrumb crumbs={[{ href: href(at), label: wordingFor(record.wordings, language).title }]} />
      <Refused language={language} form={form} />
      <PageHead
        title={t('resources')}
        lead={t('resources-lead')}
        next={
          mayChange && (
            <ButtonLink look="main" href={href(`${at}/resources/new`)}>
              {t('add-resource')}
            </ButtonLink>
          )
        }
      />
      <ResourceTable
        {...{ language, href, today }}
        resources={alive}
        {...(mayChange
          ? {
              act: ({ id, title }) => (
                <Form
                  action={href(`${at}/resources/${id}/checks`)}
                  idempotencyKey={form.idempotencyKey}
                  id={`c${id}`}
                >
                  <SubmitButton look="plain" name="found" value="works">
                    {t('it-works')}
                    <span class="unseen"> {title}</span>
                  </SubmitButton>{' '}
                  <SubmitButton look="danger" name="found" value="gone">
                    {t('it-is-gone')}
                    <span class="unseen"> {title}</span>
                  </SubmitButton>
                  <p>
                    <a href={href(`${at}/resources/${id}`)}>
                      {t('change')}
                      <span class="unseen"> {title}</span>
                    </a>
                  </p>
                </Form>
              ),
            }
          : {})}
      />
      {checks.length > 0 && (
        <section>
          <h2>{t('checks')}</h2>
          <Timeline
            entries={checks.map((check, rank) => ({
              key: `${check.resourceId} ${rank}`,
              date: check.on,
              title: <bdi>{check.title}</bdi>,
              children: (
                <p class="quiet">
                  {t(check.found === 'works' ? 'it-works' : 'it-is-gone')} · <bdi>{check.by}</bdi>
                </p>
              ),
            }))}
          />
        </section>
      )}
    </>
  );
}
