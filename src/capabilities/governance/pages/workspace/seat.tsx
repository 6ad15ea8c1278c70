import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { listActs } from '../../../../platform/audit/act.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { correctSeat } from '../../actions/correct-seat.ts';
import { endSeat } from '../../actions/end-seat.ts';
import { seatAsAnswers } from '../../actions/seat-changes.ts';
import { words } from '../../messages/index.ts';
import { whyNotKeepSeats } from '../../permissions.ts';
import { findSeat } from '../../store/seats.ts';
import { correctionAnswers, seatEndAnswers, tenureSaid } from './seat-answers.ts';
import { SeatPage, type SeatPageProps } from './seat-page.tsx';

export async function showSeat(visit: Visit): Promise<Response> {
  return await seatPage(visit, freshForm(visit.world), undefined);
}

export async function sendEnd(visit: Visit): Promise<Response> {
  const seatId = visit.param('id');
  return await submitForm(visit, {
    schema: seatEndAnswers,
    act: async (said, once) => {
      await endSeat(visit.world, visit.actor, { ...said, seatId: known(seatId) }, once);
      return `/workspace/governance/seats/${seatId}`;
    },
    again: (state) => seatPage(visit, state, 'end'),
  });
}

export async function sendCorrection(visit: Visit): Promise<Response> {
  const seatId = visit.param('id');
  return await submitForm(visit, {
    schema: correctionAnswers,
    act: async (said, once) => {
      const correction = { ...said, seatId: known(seatId), tenure: tenureSaid(said) };
      await correctSeat(visit.world, visit.actor, correction, once);
      return `/workspace/governance/seats/${seatId}`;
    },
    again: (state) => seatPage(visit, state, 'correction'),
  });
}

function known(id: string): string {
  if (!isUuid(id)) throw notFound();
  return id;
}

async function seatPage(visit: Visit, form: FormState, sent: SeatPageProps['sent']): Promise<Response> {
  const { language, world, actor } = visit;
  const id = known(visit.param('id'));
  const { seat, acts } = await reading(world, actor, async (tx) => ({
    seat: await findSeat(tx, id),
    acts: await listActs(tx, { subject: { kind: 'seat', id } }),
  }));
  if (!seat) throw notFound();
  const said = seatAsAnswers(seat);
  const mayChange = whyNotKeepSeats(actor) === undefined;
  return visit.show({
    title: [words(language)('seat'), seat.cityName ?? seat.personName].filter(Boolean).join(': '),
    body: (
      <SeatPage
        {...{ language, seat, said, acts, form, sent, mayChange }}
        href={(path) => visit.href(path)}
      />
    ),
  });
}
