import { z } from 'zod';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import { optionalId, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatMoney } from '../../../../platform/languages/format.ts';
import { beginWindow } from '../../actions/begin-window.ts';
import { words } from '../../messages/index.ts';
import { whyNotKeepWindows } from '../../permissions.ts';
import { currentStage } from '../../rules/window-change.ts';
import { listKeptWindows } from '../../store/kept-windows.ts';
import { listPastWindows } from '../../store/past-windows.ts';
import { OnClocks } from '../public/stage-times.tsx';
import { pathOf } from './step.tsx';
import { WindowTag } from './window-tag.tsx';

const beginning = z.object({ name: text(120), copyOf: optionalId() });

/** Every window that was made on this platform, those in preparation first. */
export async function showWindows(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const windows = await reading(world, actor, listKeptWindows);
  const now = world.now();
  const mayBegin = whyNotKeepWindows(actor) === undefined;
  const action = { href: visit.href('/workspace/fund/windows/new'), label: t('make-a-window') };
  const body = (
    <>
      <PageHead
        title={t('windows')}
        lead={t('windows-keep-lead')}
        next={
          mayBegin && windows.length > 0 ? (
            <ButtonLink look="main" href={action.href}>
              {action.label}
            </ButtonLink>
          ) : undefined
        }
      />
      <Table
        caption={t('windows')}
        captionHidden
        rows={windows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('no-window-yet')} {...(mayBegin ? { action } : {})}>
            {t('no-window-yet-why')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            title: t('window'),
            rowHeader: true,
            cell: ({ id, name }) => <a href={visit.href(pathOf(id))}>{name[language] || name.en}</a>,
          },
          {
            key: 'state',
            title: t('state'),
            cell: ({ state }) => <WindowTag language={language} state={state} />,
          },
          {
            key: 'ceiling',
            title: t('ceiling'),
            figure: true,
            cell: ({ ceiling }) => (ceiling ? formatMoney(language, ceiling) : '—'),
          },
          {
            key: 'next',
            title: t('next-instant'),
            cell: ({ stages, timeZone }) => {
              const stage = currentStage(stages, now);
              if (!stage) return '—';
              const opens = stage.opensAt > now;
              return (
                <>
                  {t(opens ? 'stage-opens' : 'stage-closes', { stage: t(`stage.${stage.key}`) })}:{' '}
                  <OnClocks
                    language={language}
                    at={opens ? stage.opensAt : stage.closesAt}
                    clocks={[{ zone: timeZone, of: null }]}
                  />
                </>
              );
            },
          },
        ]}
      />
    </>
  );
  return visit.show({ title: t('windows'), body });
}

export async function showNewWindow(visit: Visit): Promise<Response> {
  return await page(visit, freshForm(visit.world, { copyOf: visit.query('copy') ?? '' }));
}

export async function sendWindow(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: beginning,
    act: async (said, once) => pathOf(await beginWindow(visit.world, visit.actor, said, once)),
    again: (state) => page(visit, state),
  });
}

async function page(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const past = await reading(visit.world, visit.actor, listPastWindows);
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/fund/windows'), label: t('windows') }]} />
      <PageHead title={t('make-a-window')} lead={t('make-a-window-lead')} />
      <Form
        action={visit.href('/workspace/fund/windows')}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <TextField
          name="name"
          label={t('name-in-english')}
          hint={t('name-in-english-hint')}
          lang="en"
          maxLength={120}
        />
        <SelectField
          name="copyOf"
          label={t('copy-of')}
          hint={t('copy-of-hint')}
          none={t('begin-empty')}
          choices={past.map(({ id, name }) => ({ value: id, label: name[language] || name.en }))}
          optional
        />
        <SubmitButton>{t('make-it')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('make-a-window'), body, hasProblems: form.problems.length > 0 });
}
