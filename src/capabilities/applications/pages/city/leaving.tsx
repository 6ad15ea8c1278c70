import { z } from 'zod';
import { choice, optionalText, text } from '../../../../platform/forms/fields.ts';
import { freshForm, type FormState, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { askExtension } from '../../actions/extension.ts';
import { withdraw } from '../../actions/withdraw.ts';
import { words } from '../../messages/index.ts';
import { type Door, openDoor, portalDoor } from './door.ts';
import { ExtensionPage, WithdrawalPage } from './leaving-pages.tsx';

export async function showWithdrawal(visit: Visit): Promise<Response> {
  return await drawWithdrawal(visit, portalDoor(visit), freshForm(visit.world));
}

async function drawWithdrawal(visit: Visit, door: Door, form: FormState): Promise<Response> {
  const open = await openDoor(visit, door);
  const body = <WithdrawalPage visit={visit} door={door} open={open} form={form} />;
  return visit.show({ title: words(visit.language)('take-back-or-withdraw'), body });
}

export async function sendWithdrawal(visit: Visit): Promise<Response> {
  const door = portalDoor(visit);
  return await submitForm(visit, {
    schema: z.object({ how: choice(['take-back', 'withdraw']), why: optionalText(2000) }),
    act: async ({ how, why }, once) => {
      await withdraw(visit.world, visit.actor, { applicationId: door.applicationId, how, why }, once);
      return door.base;
    },
    again: (state) => drawWithdrawal(visit, door, state),
  });
}

export async function showExtension(visit: Visit): Promise<Response> {
  return await drawExtension(visit, portalDoor(visit), freshForm(visit.world));
}

async function drawExtension(visit: Visit, door: Door, form: FormState): Promise<Response> {
  const open = await openDoor(visit, door);
  const body = <ExtensionPage visit={visit} door={door} open={open} form={form} />;
  return visit.show({ title: words(visit.language)('ask-more-time'), body });
}

export async function sendExtension(visit: Visit): Promise<Response> {
  const door = portalDoor(visit);
  return await submitForm(visit, {
    schema: z.object({ reason: text(4000) }),
    act: async ({ reason }, once) => {
      await askExtension(visit.world, visit.actor, { applicationId: door.applicationId, reason }, once);
      return door.base;
    },
    again: (state) => drawExtension(visit, door, state),
  });
}
