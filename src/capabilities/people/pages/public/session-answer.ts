import type { z } from 'zod';
import { type FormState, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { sessionCookie } from '../../../../platform/sessions/cookie.ts';
import type { SessionKey } from '../../actions/open-session.ts';
import { signOut } from '../../actions/sign-out.ts';
import { localReturn } from '../../rules/local-return.ts';

/** Gives the browser its session and sends it on. Whatever session it came with is over, not merely forgotten. */
export async function signedIn(visit: Visit, key: SessionKey, to: string | undefined): Promise<Response> {
  await signOut(visit.world, visit.actor);
  return withCookie(visit, visit.redirect(localReturn(to)), key);
}

function withCookie(visit: Visit, response: Response, key: SessionKey): Response {
  response.headers.append('set-cookie', sessionCookie(visit.world.config, key.token, key.maxAgeSeconds));
  return response;
}

interface SignInSteps<Schema extends z.ZodType<{ to: string | null }>> {
  readonly schema: Schema;
  /** Opens a session, or makes this one surer. */
  prove(input: z.infer<Schema>): Promise<SessionKey>;
  again(state: FormState): Promise<Response>;
  /** The session stays the same one: a step-up. */
  readonly sameSession?: boolean;
}

/** The walk of a form at whose end stands a session. */
export async function submitSignIn<Schema extends z.ZodType<{ to: string | null }>>(
  visit: Visit,
  steps: SignInSteps<Schema>,
): Promise<Response> {
  let key: SessionKey | undefined;
  const response = await submitForm(visit, {
    schema: steps.schema,
    act: async (input) => {
      key = await steps.prove(input);
      if (!steps.sameSession) await signOut(visit.world, visit.actor);
      return localReturn(input.to ?? undefined);
    },
    again: (state) => steps.again(state),
  });
  return key ? withCookie(visit, response, key) : response;
}
