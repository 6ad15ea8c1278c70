import { z } from 'zod';
import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import { reading } from '../../../platform/database/atomically.ts';
import { csvResponse } from '../../../platform/exports/csv.ts';
import { choice, optionalText, wholeNumber } from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import { get, post, type Route, type Visit } from '../../../platform/http/route.ts';
import { confirmImport, mapColumns, readFileOf, undoImport } from '../../../platform/imports/import-file.ts';
import { judge } from '../../../platform/imports/judge.ts';
import type { AnyImportKind } from '../../../platform/imports/kind.ts';
import { words } from '../../../platform/imports/messages/index.ts';
import { findBatch, listBatches } from '../../../platform/imports/store.ts';
import { explain } from '../../../platform/languages/catalogue.ts';
import { secretariat } from '../../../platform/permissions/guard.ts';
import { ImportPage } from './import-page.tsx';
import { ImportsPage } from './imports-page.tsx';

/** Files of people on their way in, and every kind on its way out. */
export function importRoutes(kinds: readonly AnyImportKind[]): readonly Route[] {
  const kindNamed = (name: string) => {
    const kind = kinds.find((known) => known.name === name);
    if (!kind) throw notFound();
    return kind;
  };
  const idOf = (visit: Visit) => visit.param('id');
  const batchAt = async (visit: Visit) =>
    await reading(visit.world, visit.actor, async (tx) => {
      const batch = await findBatch(tx, idOf(visit));
      if (!batch) throw notFound();
      const kind = kindNamed(batch.kind);
      const judgement = batch.stage === 'read' ? await judge(tx, kind, batch.table, batch.mapping) : null;
      return { batch, kind, judgement };
    });

  async function showAll(visit: Visit, state: FormState): Promise<Response> {
    const batches = await reading(visit.world, visit.actor, (tx) => listBatches(tx, 50));
    const allowed = kinds.filter((kind) => !kind.whyNotImport(visit.actor));
    return visit.show({
      title: words(visit.language)('title'),
      body: <ImportsPage visit={visit} kinds={allowed} batches={batches} state={state} />,
    });
  }

  async function showOne(visit: Visit, state: FormState): Promise<Response> {
    const { batch, kind, judgement } = await batchAt(visit);
    return visit.show({
      title: batch.fileName,
      body: <ImportPage visit={visit} kind={kind} batch={batch} judgement={judgement} state={state} />,
    });
  }

  async function takeFile(visit: Visit): Promise<Response> {
    return await submitForm(visit, {
      schema: z.object({ kind: choice(kinds.map(({ name }) => name)) }),
      act: async (input, once, files) => {
        const file = files.find(([field]) => field === 'file')?.[1];
        if (!file) throw Object.assign(new Refusal(because('imports:no-file')), { field: 'file' });
        const bytes = Buffer.from(await file.arrayBuffer());
        const id = await readFileOf(
          visit.world,
          visit.actor,
          kindNamed(input.kind),
          { name: file.name, bytes },
          once,
        );
        return `/workspace/imports/${id}`;
      },
      again: (state) => showAll(visit, state),
    });
  }

  async function takeMapping(visit: Visit): Promise<Response> {
    const { kind } = await batchAt(visit);
    return await submitForm(visit, {
      schema: z.object(Object.fromEntries(kind.columns.map(({ name }) => [name, optionalText(4)]))),
      act: async (input, once) => {
        const places = Object.entries(input).filter(([, place]) => place !== null && /^\d+$/.test(place));
        const mapping = Object.fromEntries(places.map(([name, place]) => [name, Number(place)]));
        await mapColumns(visit.world, visit.actor, kind, idOf(visit), mapping, once);
        return `/workspace/imports/${idOf(visit)}`;
      },
      again: (state) => showOne(visit, state),
    });
  }

  async function takeConfirmation(visit: Visit): Promise<Response> {
    const { kind } = await batchAt(visit);
    return await submitForm(visit, {
      schema: z.object({ expected: wholeNumber(1) }),
      act: async ({ expected }, once) => {
        await confirmImport(visit.world, visit.actor, kind, { id: idOf(visit), expected }, once);
        return `/workspace/imports/${idOf(visit)}`;
      },
      again: (state) => showOne(visit, state),
    });
  }

  async function takeUndoing(visit: Visit): Promise<Response> {
    const { kind } = await batchAt(visit);
    return await submitForm(visit, {
      schema: z.object({}),
      act: async (_input, once) => {
        await undoImport(visit.world, visit.actor, kind, idOf(visit), once);
        return `/workspace/imports/${idOf(visit)}`;
      },
      again: (state) => showOne(visit, state),
    });
  }

  async function sendRefused(visit: Visit): Promise<Response> {
    const { batch, judgement } = await batchAt(visit);
    const columns = [
      { head: 'row', cell: (row: Refused) => row.number },
      ...batch.table.head.map((head, place) => ({ head, cell: (row: Refused) => row.cells[place] ?? '' })),
      {
        head: 'problems',
        cell: (row: Refused) =>
          row.problems.map(({ field, reason }) => `${field}: ${explain(visit.language, reason)}`).join(' '),
      },
    ];
    return csvResponse('refused-rows', columns, judgement?.refused ?? []);
  }

  async function sendExport(visit: Visit): Promise<Response> {
    const kind = kindNamed(visit.param('kind').replace(/\.csv$/, ''));
    const rows = await reading(visit.world, visit.actor, (tx) => kind.list(tx));
    return csvResponse(
      kind.name,
      kind.columns.map(({ name }) => ({ head: name, cell: (row: (typeof rows)[number]) => row[name] })),
      rows,
    );
  }

  return [
    get('/workspace/imports', secretariat, (visit) => showAll(visit, freshForm(visit.world))),
    post('/workspace/imports', secretariat, takeFile),
    get('/workspace/imports/:id', secretariat, (visit) => showOne(visit, freshForm(visit.world))),
    post('/workspace/imports/:id/mapping', secretariat, takeMapping),
    post('/workspace/imports/:id/confirmation', secretariat, takeConfirmation),
    post('/workspace/imports/:id/undoing', secretariat, takeUndoing),
    get('/workspace/imports/:id/refused.csv', secretariat, sendRefused),
    get('/workspace/exports/:kind{[a-z-]+\\.csv}', secretariat, sendExport),
  ];
}

type Refused = Awaited<ReturnType<typeof judge>>['refused'][number];
