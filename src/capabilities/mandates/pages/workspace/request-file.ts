import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading, type Tx } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { cityName, findCity } from '../../../city-registry/index.ts';
import { getContact } from '../../../people/index.ts';
import type { MandateRequest } from '../../rules/request.ts';
import type { Term } from '../../rules/terms.ts';
import {
  type ListedCallBack,
  type ListedChannel,
  listCallBacks,
  listChannels,
} from '../../store/channels.ts';
import { listPapers, listVouches, type Paper, type Vouch } from '../../store/papers.ts';
import { findRequest, listTerms } from '../../store/requests.ts';

/** A request with everything staff look at to decide it. */
export interface RequestFile {
  readonly request: MandateRequest;
  readonly city: string;
  readonly papers: readonly Paper[];
  readonly vouches: readonly Vouch[];
  readonly channels: readonly ListedChannel[];
  readonly calls: readonly ListedCallBack[];
  readonly term: Term;
  readonly proposer: string | undefined;
}

export async function requestFileOf(visit: Visit): Promise<RequestFile> {
  return await reading(visit.world, visit.actor, (tx) => readFile(tx, visit));
}

async function readFile(tx: Tx, visit: Visit): Promise<RequestFile> {
  const id = visit.param('id');
  const request = isUuid(id) ? await findRequest(tx, id) : undefined;
  if (!request) throw notFound();
  const city = await findCity(tx, request.cityId);
  const term = (await listTerms(tx)).find(({ role }) => role === request.role);
  if (!city || !term) throw notFound();
  return {
    request,
    city: cityName(visit.language, city),
    papers: await listPapers(tx, id),
    vouches: await listVouches(tx, id),
    channels: await listChannels(tx, request.cityId),
    calls: await listCallBacks(tx, id),
    term,
    proposer: request.proposedBy ? (await getContact(tx, request.proposedBy)).name : undefined,
  };
}
