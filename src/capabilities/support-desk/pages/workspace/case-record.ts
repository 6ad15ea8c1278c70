import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { listActs, type RecordedAct } from '../../../../platform/audit/act.ts';
import { reading, type Tx } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { type City, findCity } from '../../../city-registry/index.ts';
import { type Case, findCase, listMergedCases } from '../../store/cases.ts';
import { listPersonNames, whoseAddress } from '../../store/desk-people.ts';
import { listThread, type Message } from '../../store/messages.ts';
import { listNotes, type Note } from '../../store/notes.ts';
import {
  type Consent,
  listConsents,
  listPartnerRequests,
  type PartnerRequest,
} from '../../store/partners.ts';
import { listTemplates, type Template } from '../../store/templates.ts';

/** A case with what every page about it says of it. */
export interface CaseInBrief {
  readonly shown: Case;
  readonly city: City | undefined;
  readonly assignee: string | undefined;
}

/** All that the page of a case shows. */
export interface CaseRecord extends CaseInBrief {
  readonly merged: readonly Case[];
  readonly mergedInto: Case | undefined;
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  readonly requests: readonly PartnerRequest[];
  readonly consents: readonly Consent[];
  readonly acts: readonly RecordedAct[];
  readonly templates: readonly Template[];
  /** Who the requester's address belongs to, when we know it. */
  readonly known: { readonly name: string; readonly role: string | null } | undefined;
}

export function caseIdOf(visit: Visit): string {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}

export async function briefOf(tx: Tx, id: string): Promise<CaseInBrief> {
  const shown = await findCase(tx, id);
  if (!shown) throw notFound();
  const names = await listPersonNames(tx, shown.assigneeId ? [shown.assigneeId] : []);
  return {
    shown,
    city: shown.cityId === null ? undefined : await findCity(tx, shown.cityId),
    assignee: shown.assigneeId === null ? undefined : names.get(shown.assigneeId),
  };
}

export async function recordOf(visit: Visit): Promise<CaseRecord> {
  const id = caseIdOf(visit);
  return await reading(visit.world, visit.actor, async (tx) => {
    const brief = await briefOf(tx, id);
    const { shown } = brief;
    const merged = await listMergedCases(tx, id);
    const all = [id, ...merged.map((one) => one.id)];
    return {
      ...brief,
      merged,
      mergedInto: shown.mergedInto === null ? undefined : await findCase(tx, shown.mergedInto),
      messages: await listThread(tx, all),
      notes: await listNotes(tx, all),
      requests: await listPartnerRequests(tx, { caseId: id }),
      consents: await listConsents(tx, id),
      acts: await listActs(tx, { subject: { kind: 'case', id }, limit: 25 }),
      templates: await listTemplates(tx),
      known: await whoseAddress(tx, shown.requesterEmail, shown.cityId),
    };
  });
}
