import { type Actor, citiesOf } from '../../../kernel/actor.ts';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { because } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findCity } from '../../city-registry/index.ts';
import { countStranger, openCase } from '../../support-desk/index.ts';
import type { HelpKind } from '../rules/help.ts';
import { insertSide, type SideName } from '../store/help.ts';
import { openResponseOf, refuseAt } from './locked-response.ts';

export interface SideSaid {
  readonly responseId: string;
  /** Of the page, as the case's subject begins. */
  readonly title: string;
  readonly cityId: string | null;
  readonly organisation: string | null;
  readonly kind: HelpKind;
  readonly what: string;
  readonly details: string;
  readonly until: CalendarDate | null;
  readonly mayShow: boolean;
  readonly urgency: 'emergency' | 'soon';
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly language: Language;
}

/**
 * Help asked or offered, by anybody, without an account: a case of the desk, tagged with the emergency and acknowledged by mail,
 * and a line staff can match. From a mandate holder of the city it counts as verified at once. @returns the case's reference
 */
export async function askOrOffer(
  world: World,
  actor: Actor,
  side: SideName,
  said: SideSaid,
  network: string,
  once?: Submission,
): Promise<string> {
  await countStranger(world, 'ask', network);
  return await atomically(
    world,
    actor,
    async (tx) => {
      const { slug } = await openResponseOf(tx, said.responseId);
      if (said.cityId !== null && !(await findCity(tx, said.cityId)))
        refuseAt('city', because('platform:unknown-reference'));
      const { caseId, reference } = await openCase(tx, world, actor, {
        cityId: said.cityId,
        requesterName: said.name,
        requesterEmail: said.email,
        requesterRole: said.role,
        topic: 'emergency',
        subject: `${said.title}: ${said.what}`.slice(0, 150),
        language: said.language,
        urgency: said.urgency,
        channel: 'web',
        body: [said.organisation, said.what, said.details].filter(Boolean).join('\n\n'),
        attachments: [],
        tag: slug,
      });
      const ours = said.cityId !== null && citiesOf(actor).includes(said.cityId);
      const verifiedBy = ours ? actor.personId : null;
      await insertSide(tx, side, { ...said, id: world.newId(), caseId, reference, verifiedBy });
      await recordAct(tx, world, actor, {
        kind: side === 'need' ? 'emergency.help-asked' : 'emergency.help-offered',
        subject: { kind: 'emergency', id: said.responseId },
        cityId: said.cityId,
        details: { reference },
      });
      return reference;
    },
    { once },
  );
}
