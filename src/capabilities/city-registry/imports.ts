import { z } from 'zod';
import { parsePartialDate } from '../../kernel/calendar-date.ts';
import { cityIdFromGeonames } from '../../kernel/id.ts';
import { because, type Problem, refuseIf } from '../../kernel/refusal.ts';
import { recordAct } from '../../platform/audit/act.ts';
import { announce } from '../../platform/events/announce.ts';
import { choice, text, webAddress, wholeNumber, wrong } from '../../platform/forms/fields.ts';
import { importKind } from '../../platform/imports/kind.ts';
import { recordSource } from '../library/index.ts';
import { recordEngagement } from './actions/record-engagement.ts';
import { whyNotRecordEngagement } from './permissions.ts';
import { engagementKinds } from './rules/engagement.ts';
import { listCitiesByIds } from './store/cities.ts';
import { lockEngagement, markWithdrawn } from './store/engagements.ts';
import { listEngagementsByHand } from './store/engagements-by-hand.ts';

const row = z.object({
  geonames_id: wholeNumber(1),
  kind: choice(engagementKinds),
  object: text(300),
  date: text(10).transform(
    (typed, context) => parsePartialDate(typed) ?? wrong(context, 'platform:not-a-date'),
  ),
  source_title: text(300),
  source_publisher: text(200),
  source_address: webAddress(),
});
type Row = z.infer<typeof row>;

/** What cities did with the council, each line with its public source, as somebody kept it in a file. */
export const engagementImport = importKind<Row>({
  name: 'engagements',
  title: because('city-registry:import-engagements'),
  columns: [
    {
      name: 'geonames_id',
      needed: true,
      aliases: ['geonames', 'city id'],
      says: because('city-registry:import-geonames-id'),
    },
    {
      name: 'kind',
      needed: true,
      aliases: ['type', 'tipo'],
      says: because('city-registry:import-kind', { kinds: engagementKinds.join(', ') }),
    },
    {
      name: 'object',
      needed: true,
      aliases: ['what', 'with', 'objet', 'objeto'],
      says: because('city-registry:object-hint'),
    },
    {
      name: 'date',
      needed: true,
      aliases: ['from', 'since', 'fecha', 'data'],
      says: because('city-registry:date-hint'),
    },
    {
      name: 'source_title',
      needed: true,
      aliases: ['title', 'source'],
      says: because('city-registry:source-title'),
    },
    {
      name: 'source_publisher',
      needed: true,
      aliases: ['publisher'],
      says: because('city-registry:source-publisher'),
    },
    {
      name: 'source_address',
      needed: true,
      aliases: ['address', 'url', 'link'],
      says: because('city-registry:source-address'),
    },
  ],
  schema: row,
  // The operator at the command line has no person; the machine's access rights are the permission there.
  whyNotImport: (actor) =>
    actor.personId === null && actor.name === 'platform' ? undefined : whyNotRecordEngagement(actor),

  async check(tx, rows) {
    const cities = await listCitiesByIds(
      tx,
      rows.map(({ geonames_id }) => cityIdFromGeonames(geonames_id)),
    );
    const known = new Set(cities.map(({ id }) => id));
    const problems = new Map<number, Problem>();
    for (const [index, { geonames_id }] of rows.entries()) {
      if (!known.has(cityIdFromGeonames(geonames_id)))
        problems.set(index, { field: 'geonames_id', reason: because('city-registry:import-no-city') });
    }
    return problems;
  },

  async add(tx, world, actor, rows) {
    const ids: string[] = [];
    for (const { geonames_id, kind, object, date, ...source } of rows) {
      const sourceId = await recordSource(tx, world, {
        title: source.source_title,
        publisher: source.source_publisher,
        address: source.source_address,
      });
      const engagement = {
        cityId: cityIdFromGeonames(geonames_id),
        kind,
        when: { from: date, fromCertainty: 'stated' as const, to: null, toCertainty: null, lastListed: null },
        object: { en: object, fr: object, es: object, pt: object, ar: object },
        record: null,
        visibility: 'public' as const,
        evidence: null,
      };
      ids.push(await recordEngagement(tx, world, actor, engagement, [sourceId]));
    }
    return ids;
  },

  async takeBack(tx, world, actor, ids) {
    for (const id of ids) {
      const engagement = await lockEngagement(tx, id);
      refuseIf(
        !engagement || engagement.isWithdrawn ? because('city-registry:import-changed') : undefined,
        409,
      );
      await markWithdrawn(tx, id, 'The import it came with was undone');
      await recordAct(tx, world, actor, {
        kind: 'city-registry.engagement-withdrawn',
        subject: { kind: 'engagement', id },
        cityId: engagement?.cityId ?? null,
        details: { reason: 'import undone' },
      });
      await announce(tx, world, {
        kind: 'engagement-withdrawn',
        payload: { engagementId: id, cityId: engagement?.cityId ?? null },
      });
    }
  },

  list: listEngagementsByHand,
});
