import { notFound } from '../../../kernel/refusal.ts';
import { csvResponse } from '../../../platform/exports/csv.ts';
import { jsonResponse } from '../../../platform/exports/json.ts';
import { fileKinds } from '../../../platform/files/index.ts';
import type { Visit } from '../../../platform/http/route.ts';
import type { World } from '../../../world.ts';
import { filesOf } from '../actions/keep-file.ts';
import type { KeptFile } from '../rules/fact.ts';
import { factsOf } from '../store/facts.ts';
import { findStanding } from '../store/statements.ts';
import { factAsJson, factColumns } from './fact-file.ts';
import { atCity, factOfPath } from './place.ts';
import { dayAsked } from './record.tsx';

async function factsForFile(visit: Visit) {
  return await atCity(visit, async (tx, { id }) => ({
    facts: await factsOf(tx, id, { day: dayAsked(visit) }),
  }));
}

export async function recordAsCsv(visit: Visit): Promise<Response> {
  const { city, facts } = await factsForFile(visit);
  return personal(csvResponse(`city-record-${city.geonamesId}`, factColumns(city.geonamesId), facts));
}

export async function recordAsJson(visit: Visit): Promise<Response> {
  const { city, facts } = await factsForFile(visit);
  const told = {
    city: { id: city.id, geonamesId: city.geonamesId, name: city.name },
    asAt: dayAsked(visit) ?? null,
  };
  return personal(jsonResponse({ ...told, facts: facts.map(factAsJson) }, `city-record-${city.geonamesId}`));
}

/** What one reader may see is for no shared cache and no other origin. */
function personal(response: Response): Response {
  response.headers.set('cache-control', 'no-store');
  response.headers.delete('access-control-allow-origin');
  return response;
}

export async function sendDocument(visit: Visit): Promise<Response> {
  const { kind, item } = factOfPath(visit);
  const { standing } = await atCity(visit, async (tx, { id }) => ({
    standing: await findStanding(tx, { cityId: id, kind: kind.key, item }),
  }));
  const value = standing?.value;
  return await serveDocument(visit.world, value && 'file' in value ? value.file : null);
}

/** A checked file as a download that cannot act: never shown in our pages, in no frame, with no scripts. */
export async function serveDocument(world: World, file: KeptFile | null): Promise<Response> {
  const stored = file && (await filesOf(world).get(file.sha256));
  const type = file && fileKinds[file.kind as keyof typeof fileKinds];
  if (!stored || !type) throw notFound();
  const plain = file.name.replaceAll(/[^\w.-]/g, '_');
  return new Response(stored.stream, {
    headers: {
      'content-type': type,
      'content-length': String(stored.size),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
