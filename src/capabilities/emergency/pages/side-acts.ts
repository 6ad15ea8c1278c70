import { z } from 'zod';
import { text, version } from '../../../platform/forms/fields.ts';
import { submitForm } from '../../../platform/forms/form.ts';
import { post, type Route, type Visit } from '../../../platform/http/route.ts';
import type { Guard } from '../../../platform/permissions/guard.ts';
import { choice } from '../../../platform/forms/fields.ts';
import { sayConsent, verifySide, withdrawSide } from '../actions/settle-side.ts';
import type { SideName } from '../store/help.ts';
import { idIn } from './frame.ts';
import { showOwnEmergency } from './city/own-emergency.tsx';
import { helpDesk } from './workspace/help-desk.tsx';

const acts = {
  verification: z.object({ version: version(), how: text(300) }),
  showing: z.object({ version: version(), mayShow: choice(['yes', 'no']) }),
  withdrawal: z.object({ version: version() }),
} as const;
type ActName = keyof typeof acts;

/** What is done to a need or an offer, from the workspace and from the city's portal. */
export function sideRoutes(at: string, guard: Guard, names: readonly ActName[]): Route[] {
  return (['need', 'offer'] as const).flatMap((side) =>
    names.map((name) => post(`${at}/${side}s/:item/${name}`, guard, (visit) => sendAct(visit, side, name))),
  );
}

async function sendAct(visit: Visit, side: SideName, name: ActName): Promise<Response> {
  const { world, actor } = visit;
  const id = idIn(visit, 'item');
  return await submitForm(visit, {
    schema: acts[name],
    act: async (said, once) => {
      const of = { side, id, version: said.version };
      if ('how' in said) await verifySide(world, actor, { ...of, how: said.how }, once);
      else if ('mayShow' in said)
        await sayConsent(world, actor, { ...of, mayShow: said.mayShow === 'yes' }, once);
      else await withdrawSide(world, actor, of, once);
      return backTo(visit);
    },
    again: (state) =>
      isPortal(visit) ? showOwnEmergency(visit, state) : helpDesk(visit, { form: state, item: id }),
  });
}

function isPortal(visit: Visit): boolean {
  return visit.url.pathname.startsWith('/portal/');
}

function backTo(visit: Visit): string {
  return isPortal(visit)
    ? `/portal/emergencies/${visit.param('slug')}`
    : `/workspace/emergencies/${visit.param('id')}/help`;
}
