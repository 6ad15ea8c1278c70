import { PageHead } from '../../../../design/page-head.tsx';
import { freshForm, type FormState, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { cityName, findCity } from '../../../city-registry/index.ts';
import { askAgain } from '../../actions/ask-again.ts';
import { answerMore, openRequest, proveAddress, withdrawRequest } from '../../actions/through-link.ts';
import { words } from '../../messages/index.ts';
import { moreAnswers, nothingSaid } from '../answers.ts';
import { personal } from '../personal.ts';
import { RequestView, StageTag } from '../request-view.tsx';
import { submitWithPapers } from '../with-papers.ts';

export async function showRequest(visit: Visit): Promise<Response> {
  return await requestPage(visit, freshForm(visit.world));
}

export async function sendProof(visit: Visit): Promise<Response> {
  return await press(visit, (token, once) => proveAddress(visit.world, { token }, once));
}

export async function sendWithdrawal(visit: Visit): Promise<Response> {
  return await press(visit, (token, once) => withdrawRequest(visit.world, { token }, once));
}

export async function sendRepetition(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: nothingSaid,
    act: async (_said, once) => {
      await askAgain(visit.world, visit.param('token'), once);
      return '/mandate/sent';
    },
    again: (state) => requestPage(visit, state),
  });
}

export async function sendAnswer(visit: Visit): Promise<Response> {
  return await submitWithPapers(visit, {
    schema: moreAnswers,
    atLeast: 0,
    act: async ({ more }, papers, once) => {
      await answerMore(visit.world, { token: visit.param('token') }, { words: more, papers }, once);
      return at(visit);
    },
    again: (state) => requestPage(visit, state),
  });
}

async function press(
  visit: Visit,
  act: (token: string, once: Parameters<typeof proveAddress>[2]) => Promise<void>,
): Promise<Response> {
  return await submitForm(visit, {
    schema: nothingSaid,
    act: async (_said, once) => {
      await act(visit.param('token'), once);
      return at(visit);
    },
    again: (state) => requestPage(visit, state),
  });
}

function at(visit: Visit): string {
  return `/mandate/requests/${visit.param('token')}`;
}

async function requestPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world } = visit;
  const { request, papers } = await openRequest(world, visit.param('token'), networkOf(visit.request));
  const city = await findCity(world.publicDb, request.cityId);
  const t = words(language);
  const body = (
    <>
      <PageHead
        kind={t('request')}
        title={t('request-of', { name: request.name })}
        stage={<StageTag {...{ language, stage: request.stage }} />}
      />
      <RequestView
        {...{ language, request, papers, form }}
        city={city ? cityName(language, city) : ''}
        at={visit.href(at(visit))}
        signIn={visit.href('/sign-in/code')}
      />
    </>
  );
  return personal(visit.show({ title: t('request'), body }));
}
