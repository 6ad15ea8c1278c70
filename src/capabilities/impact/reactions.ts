import type { LocalText } from '../../kernel/local-text.ts';
import type { Reaction } from '../../platform/events/announce.ts';
import { proposeFromRecord } from './actions/propose-from-record.ts';
import { findEngagement } from './store/engagements.ts';

/** A dated engagement of a city is a claim that the city was engaged; its record is the evidence. A second person verifies it. */
const proposeCityEngaged: Reaction = {
  name: 'impact: propose city engaged',
  to: 'engagement-recorded',
  async react(tx, world, payload) {
    const engagement = await findEngagement(tx, String(payload['engagementId']));
    if (!engagement?.day || !engagement.precision) return;
    const { id, cityId, cityName, day, precision, object, visibility } = engagement;
    const on = { date: day, precision };
    await proposeFromRecord(
      tx,
      world,
      {
        kind: 'city-engaged',
        subject: { kind: 'city', id: cityId, name: cityName, cityId },
        on,
        amount: null,
        usd: null,
        count: null,
        qualifier: 'exactly',
        objective: 1,
        statement: `${cityName}: ${object.en}`.slice(0, 600),
        visibility,
        evidence: [
          {
            title: object.en.slice(0, 300),
            source: 'Record of the city’s engagements',
            address: `${world.config.publicUrl}/cities/${cityId}`,
            fileSha256: null,
            on,
          },
        ],
        record: { kind: 'engagement', id },
        statementIn: prefixed(cityName, object),
        inferred: false,
        remark: null,
      },
      engagement.recordedBy,
    );
  },
};

function prefixed(name: string, { en, fr, es, pt, ar }: LocalText): LocalText {
  return {
    en: `${name}: ${en}`,
    fr: `${name} : ${fr}`,
    es: `${name}: ${es}`,
    pt: `${name}: ${pt}`,
    ar: `${name}: ${ar}`,
  };
}

export const reactions: readonly Reaction[] = [proposeCityEngaged];
