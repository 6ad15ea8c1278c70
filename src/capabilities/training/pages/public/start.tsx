import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { languages } from '../../../../kernel/language.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { choice, email, optionalId, optionalText, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { askForLearning, startLearning } from '../../actions/start-learning.ts';
import { words } from '../../messages/index.ts';
import { saidIn } from '../../rules/some-text.ts';
import { cityChoice, frameOf, personal } from '../frame.ts';
import { PersonFields } from '../person-fields.tsx';
import { courseIn } from '../read-course.ts';

const answers = z.object({
  name: text(200),
  email: email(),
  city: optionalId(),
  language: choice(languages),
});

export async function showStart(visit: Visit): Promise<Response> {
  return await startPage(visit, freshForm(visit.world));
}

export async function searchStartCity(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, z.object({ citySearch: optionalText(100) }));
  return await startPage(visit, { ...state, problems: [] }, state.answers['citySearch'] ?? '');
}

/** With an account the course begins at once; without one a mailed link comes first. */
export async function sendStart(visit: Visit): Promise<Response> {
  const { world, actor } = visit;
  const slug = visit.param('slug');
  return await submitForm(visit, {
    schema: answers,
    act: async ({ city, ...who }, once) => {
      const starts = { ...who, slug, cityId: city };
      if (actor.personId)
        return `/portal/training/courses/${await startLearning(world, actor, starts, once)}`;
      await askForLearning(world, actor, starts, networkOf(visit.request), once);
      return `/training/courses/${slug}/start/received`;
    },
    again: (state) => startPage(visit, state),
  });
}

export function showStartReceived(visit: Visit): Response {
  const t = words(visit.language);
  return visit.show({
    title: t('letter-sent'),
    body: (
      <Confirmation title={t('letter-sent')}>
        <ol>
          <li>{t('letter-sent-open')}</li>
          <li>{t('letter-sent-press')}</li>
          <li>{t('letter-sent-late')}</li>
        </ol>
      </Confirmation>
    ),
  });
}

async function startPage(visit: Visit, form: FormState, typed?: string): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const course = await courseIn(visit, world.publicDb);
  if (course.stage !== 'open') throw notFound();
  const base = `/training/courses/${course.slug}`;
  const cities = await cityChoice(world.publicDb, language, form.answers['city'] ?? '', typed);
  const title = saidIn(course.content.title, language, course.sourceLanguage).text;
  return personal(
    visit.show({
      title: t('keep-progress'),
      script: true,
      body: (
        <>
          <Breadcrumb crumbs={[{ href: visit.href(base), label: title }]} />
          <PageHead
            kind={title}
            title={t('keep-progress')}
            lead={t(actor.personId ? 'start-lead-account' : 'start-lead-link')}
          />
          <Form
            action={visit.href(`${base}/start`)}
            problems={form.problems}
            answers={form.answers}
            idempotencyKey={form.idempotencyKey}
          >
            <PersonFields
              {...frameOf(visit)}
              {...cities}
              searchAction={visit.href(`${base}/start/city-search`)}
              name={actor.name}
            />
            <p class="quiet">{t('privacy-learning')}</p>
            <SubmitButton>{t(actor.personId ? 'start-course' : 'send-me-link')}</SubmitButton>
          </Form>
        </>
      ),
    }),
  );
}
