import { z } from 'zod';
import { reading } from '../../../../platform/database/atomically.ts';
import { fileResponse } from '../../../../platform/exports/file.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import { because, Refusal } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { askMachine } from '../../actions/draft-by-machine.ts';
import { keepReturnedFile } from '../../actions/take-returned-file.ts';
import { xliffOf } from '../../actions/xliff.ts';
import { recordPath, seeRecord, subjectIn } from '../asked.ts';
import { RecordPage } from './record-page.tsx';

/** A form without a question of its own. */
const nothing = z.object({});

export async function showRecord(visit: Visit): Promise<Response> {
  return await recordPage(visit);
}

async function recordPage(visit: Visit, form?: FormState): Promise<Response> {
  const seen = await reading(visit.world, visit.actor, (tx) => seeRecord(visit, tx, subjectIn(visit)));
  return visit.show({
    title: seen.title,
    body: <RecordPage visit={visit} form={form ?? freshForm(visit.world)} {...seen} />,
    hasProblems: form !== undefined,
  });
}

/** The record as a file for translators; `?open=yes` leaves out what is reviewed. */
export async function sendXliff(visit: Visit): Promise<Response> {
  const subject = subjectIn(visit);
  const { texts } = await reading(visit.world, visit.actor, (tx) => seeRecord(visit, tx, subject));
  const xliff = await xliffOf(texts, visit.query('open') === 'yes');
  return fileResponse(`${subject.kind}-${subject.id}.xlf`, 'application/xliff+xml; charset=utf-8', xliff);
}

export async function sendReturnedFile(visit: Visit): Promise<Response> {
  const subject = subjectIn(visit);
  return await submitForm(visit, {
    schema: nothing,
    act: async (_, once, files) => {
      const file = files.find(([field]) => field === 'file')?.[1];
      if (!file) throw new NoFile();
      const bytes = new Uint8Array(await file.arrayBuffer());
      const id = await keepReturnedFile(visit.world, visit.actor, { subject, name: file.name, bytes }, once);
      return `/workspace/translation/files/${id}`;
    },
    again: (state) => recordPage(visit, state),
  });
}

class NoFile extends Refusal {
  readonly field = 'file';
  constructor() {
    super(because('translation:choose-file'));
  }
}

export async function sendMachineRequest(visit: Visit): Promise<Response> {
  const subject = subjectIn(visit);
  return await submitForm(visit, {
    schema: nothing,
    act: async (_, once) => {
      await askMachine(visit.world, visit.actor, subject, once);
      return `${recordPath(subject)}?asked=yes`;
    },
    again: (state) => recordPage(visit, state),
  });
}
