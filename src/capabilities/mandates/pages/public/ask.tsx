import { SubmitButton } from '../../../../design/button.tsx';
import { CityPicker } from '../../../../design/city-picker.tsx';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { type FormState, freshForm, readForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { askForMandate } from '../../actions/ask-for-mandate.ts';
import { words } from '../../messages/index.ts';
import { listTerms } from '../../store/requests.ts';
import { citySearch, strangerAnswers } from '../answers.ts';
import { cityChoice } from '../city-choice.ts';
import { PersonFields, ProofFields, RoleFields } from '../mandate-fields.tsx';
import { personal } from '../personal.ts';
import { submitWithPapers } from '../with-papers.ts';

export async function showAsk(visit: Visit): Promise<Response> {
  return await askPage(visit, freshForm(visit.world, { city: visit.query('city') ?? '' }));
}

/** The picker's Search button: the same page with the cities found and all answers kept. */
export async function searchAskedCity(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, citySearch);
  return await askPage(visit, { ...state, problems: [] }, state.answers['citySearch'] ?? '');
}

export async function sendAsk(visit: Visit): Promise<Response> {
  const { world } = visit;
  const terms = await listTerms(world.publicDb);
  return await submitWithPapers(visit, {
    schema: strangerAnswers(terms, dayInUtc(world.now())),
    atLeast: 1,
    act: async ({ city, email, ...said }, papers, once) => {
      const asked = { ...said, cityId: city, email: email.toLowerCase(), papers };
      await askForMandate(world, asked, networkOf(visit.request), once);
      return '/mandate/sent';
    },
    again: (state) => askPage(visit, state),
  });
}

/** The same words whatever is known about the address or the city. */
export function showSent(visit: Visit): Response {
  const t = words(visit.language);
  const body = (
    <Confirmation title={t('sent')}>
      <ol>
        <li>{t('sent-link')}</li>
        <li>{t('sent-call')}</li>
        <li>{t('sent-answer')}</li>
      </ol>
      <p>{t('sent-no-mail')}</p>
    </Confirmation>
  );
  return personal(visit.show({ title: t('sent'), body }));
}

async function askPage(visit: Visit, form: FormState, search?: string): Promise<Response> {
  const { language, world } = visit;
  const today = dayInUtc(world.now());
  const terms = await listTerms(world.publicDb);
  const { chosen, found } = await cityChoice(world.publicDb, language, {
    cityId: form.answers['city'] ?? '',
    search,
  });
  const t = words(language);
  const body = (
    <>
      <PageHead title={t('ask')} lead={t('ask-lead')} />
      <p>
        {t.rich('ask-inside', {
          link: (inside) => <a href={visit.href('/portal/mandates/new')}>{inside}</a>,
        })}
      </p>
      <Form
        action={visit.href('/mandate')}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
        files
      >
        <h2>{t('the-mandate')}</h2>
        <CityPicker
          name="city"
          label={t('which-city')}
          searchAction={visit.href('/mandate/city-search')}
          {...{ chosen, found }}
        />
        <RoleFields {...{ language, terms, today }} />
        <ProofFields language={language} />
        <h2>{t('about-you')}</h2>
        <PersonFields language={language} whose="own" />
        <p class="quiet">{t('ask-privacy')}</p>
        <SubmitButton>{t('send-request')}</SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title: t('ask'), description: t('ask-lead'), body, script: true });
}
