import { Confirmation } from '../../../../design/confirmation.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { askCouncil } from '../../actions/ask-council.ts';
import { keepUploads } from '../../actions/keep-files.ts';
import { words } from '../../messages/index.ts';
import { urgencies, type Urgency } from '../../rules/case.ts';
import { answerDueOn } from '../../rules/due.ts';
import { referencesIn } from '../../rules/reference.ts';
import { cityChoice } from '../choices.ts';
import { personal } from '../personal.ts';
import { askAnswers, citySearch } from './ask-answers.ts';
import { AskPage } from './ask-page.tsx';

export async function showAsk(visit: Visit): Promise<Response> {
  return await askPage(visit, freshForm(visit.world, { city: visit.query('city') ?? '' }));
}

/** The picker's Search button: the same page with the cities found and all answers kept. */
export async function searchAskedCity(visit: Visit): Promise<Response> {
  const { state } = await readForm(visit, citySearch);
  return await askPage(visit, { ...state, problems: [] }, state.answers['citySearch'] ?? '');
}

export async function sendAsk(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: askAnswers,
    act: async (said, once, files) => {
      const attachments = await keepUploads(visit.world, files);
      const asked = {
        cityId: said.city,
        requesterName: said.name,
        requesterEmail: said.email,
        requesterRole: said.role,
        topic: said.topic,
        subject: said.subject,
        language: said.language,
        urgency: said.urgency,
        body: said.body,
        attachments,
      };
      const reference = await askCouncil(visit.world, asked, networkOf(visit.request), once);
      return `/ask/received?reference=${reference}&urgency=${said.urgency}`;
    },
    again: (state) => askPage(visit, state),
  });
}

async function askPage(visit: Visit, form: FormState, search?: string): Promise<Response> {
  const { language, world } = visit;
  const { chosen, found } = await cityChoice(world.publicDb, language, {
    cityId: form.answers['city'] ?? '',
    search,
  });
  const t = words(language);
  return visit.show({
    title: t('ask'),
    description: t('ask-lead'),
    body: <AskPage {...{ language, form, chosen, found }} href={(path) => visit.href(path)} />,
    script: true,
  });
}

/** What happens next and by when. It looks nothing up, so it tells nothing to somebody who guesses a reference. */
export function showReceived(visit: Visit): Response {
  const { language, world } = visit;
  const t = words(language);
  const [reference] = referencesIn(visit.query('reference') ?? '');
  const urgency: Urgency = urgencies.find((one) => one === visit.query('urgency')) ?? 'normal';
  const today = dayInUtc(world.now());
  const body = (
    <Confirmation title={t('received')} reference={reference}>
      <ol>
        <li>{t('received-mail')}</li>
        <li>
          {t('received-answer')} <DateText date={answerDueOn(urgency, today)} />
        </li>
        <li>{t('received-late')}</li>
      </ol>
      <p>{t('received-no-mail')}</p>
    </Confirmation>
  );
  return personal(visit.show({ title: t('received'), body }));
}
