import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FileField } from '../../../../design/form/file-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { because, notFound, Refusal } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { readTable } from '../../../../platform/imports/read-table.ts';
import { cityName, listCitiesByIds } from '../../../city-registry/index.ts';
import { importAttendance, saveAttendance } from '../../actions/attend.ts';
import { words } from '../../messages/index.ts';
import { saidIn } from '../../rules/some-text.ts';
import { findEvent } from '../../store/events.ts';
import { listRegistrations } from '../../store/registrations.ts';
import { idIn } from '../frame.ts';

const ticks = z
  .string()
  .default('')
  .transform((value) => value.split('\n').filter(Boolean));

export async function showAttendance(visit: Visit): Promise<Response> {
  return await attendancePage(visit, freshForm(visit.world), undefined);
}

export async function sendAttendance(visit: Visit): Promise<Response> {
  const eventId = idIn(visit);
  return await submitForm(visit, {
    schema: z.object({ came: ticks, cityKnown: ticks }),
    act: async (said, once) => {
      await saveAttendance(visit.world, visit.actor, { ...said, eventId }, once);
      return `/workspace/training/events/${eventId}`;
    },
    again: (state) => attendancePage(visit, state, undefined),
  });
}

/** A list from a meeting tool: whose address stands in it was there. */
export async function sendAttendanceFile(visit: Visit): Promise<Response> {
  const eventId = idIn(visit);
  return await submitForm(visit, {
    schema: z.object({}),
    act: async (_, once, files) => {
      const emails = await addressesIn(files[0]?.[1]);
      // The file itself is no answer of the form: its content must tell two uploads under one key apart.
      const whole = { ...once, bodyHash: `${once.bodyHash}${emails.length}` };
      const { marked, unknown } = await importAttendance(
        visit.world,
        visit.actor,
        { eventId, emails },
        whole,
      );
      const query = new URLSearchParams({ marked: String(marked), unknown: unknown.slice(0, 20).join(' ') });
      return `/workspace/training/events/${eventId}/attendance?${query.toString()}`;
    },
    again: (state) => attendancePage(visit, state, 'file'),
  });
}

async function addressesIn(file: File | undefined): Promise<string[]> {
  try {
    if (!file) throw new Refusal(because('training:no-file'));
    const table = await readTable(Buffer.from(await file.arrayBuffer()));
    const place = table.head.findIndex((head) =>
      /^(?:e-?mail|email address|correo|courriel|البريد)/i.test(head.trim()),
    );
    if (place < 0) throw new Refusal(because('training:no-email-column'));
    return table.rows.map(({ cells }) => cells[place] ?? '');
  } catch (error) {
    throw error instanceof Refusal ? Object.assign(error, { field: 'file' }) : error;
  }
}

async function attendancePage(visit: Visit, form: FormState, sent: 'file' | undefined): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const id = idIn(visit);
  const base = `/workspace/training/events/${id}`;
  const { event, registered, cities } = await reading(world, actor, async (tx) => {
    const registered = await listRegistrations(tx, id, ['registered']);
    const found = await listCitiesByIds(
      tx,
      registered.flatMap(({ cityId }) => cityId ?? []),
    );
    return { event: await findEvent(tx, id), registered, cities: new Map(found.map((one) => [one.id, one])) };
  });
  if (!event) throw notFound();
  const marked = visit.query('marked');
  const unknown = visit.query('unknown');
  const withCity = registered.filter(({ cityId, cityKnown }) => cityId && !cityKnown);
  const nameOf = (one: (typeof registered)[number]) => {
    const city = cities.get(one.cityId ?? '');
    return city ? `${one.name}, ${cityName(language, city)}` : one.name;
  };
  return visit.show({
    title: t('mark-attendance'),
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href(base), label: saidIn(event.title, language, event.sourceLanguage).text },
          ]}
        />
        <PageHead title={t('mark-attendance')} lead={t('mark-attendance-lead')} />
        {marked !== undefined && (
          <Notice tone="done" live title={t('n-marked', { n: Number(marked) || 0 })}>
            {unknown ? <p>{t('unknown-addresses', { list: unknown })}</p> : null}
          </Notice>
        )}
        {registered.length === 0 ? (
          <EmptyState title={t('no-participants')}>{t('no-participants-why')}</EmptyState>
        ) : (
          <Form
            action={visit.href(`${base}/attendance`)}
            problems={sent ? [] : form.problems}
            answers={sent ? {} : form.answers}
            idempotencyKey={form.idempotencyKey}
          >
            <CheckboxesField
              name="came"
              label={t('who-came')}
              choices={registered.map((one) => ({ value: one.id, label: nameOf(one) }))}
              initial={registered.filter(({ attendedAt }) => attendedAt).map((one) => one.id)}
              optional
            />
            {withCity.length > 0 && (
              <CheckboxesField
                name="cityKnown"
                label={t('whose-city-known')}
                hint={t('whose-city-known-hint')}
                choices={withCity.map((one) => ({ value: one.id, label: nameOf(one) }))}
                optional
              />
            )}
            <SubmitButton>{t('save-attendance')}</SubmitButton>
          </Form>
        )}
        <section>
          <h2>{t('attendance-from-file')}</h2>
          <Form
            action={visit.href(`${base}/attendance/file`)}
            id="file"
            problems={sent === 'file' ? form.problems : []}
            idempotencyKey={`${form.idempotencyKey}-file`}
            files
            aside
          >
            <FileField
              name="file"
              label={t('attendance-file')}
              hint={t('attendance-file-hint')}
              accept=".csv,.xlsx"
            />
            <SubmitButton look="plain">{t('mark-from-file')}</SubmitButton>
          </Form>
        </section>
      </>
    ),
  });
}
