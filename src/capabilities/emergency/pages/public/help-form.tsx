import { z } from 'zod';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { languages } from '../../../../kernel/language.ts';
import {
  choice,
  email,
  id,
  optionalDate,
  optionalId,
  optionalText,
  text,
  ticked,
  wrong,
} from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { networkOf } from '../../../../platform/sessions/network.ts';
import { cityChoice } from '../../../support-desk/index.ts';
import { askOrOffer } from '../../actions/ask-or-offer.ts';
import { words } from '../../messages/index.ts';
import { helpKinds } from '../../rules/help.ts';
import { wordingFor } from '../../rules/response.ts';
import { frameOf, publicRecord } from '../frame.ts';
import { HelpFormPage } from './help-form-page.tsx';

export type Door = 'ask' | 'offer';

const common = {
  kind: choice(helpKinds),
  what: text(200),
  details: text(5000),
  name: text(120),
  role: text(120),
  email: email(),
  language: choice(languages),
  mayShow: ticked(),
};
const asked = z
  .object({ ...common, city: id(), urgency: choice(['emergency', 'soon']) })
  .transform((said) => ({ ...said, organisation: null, until: null }));
const offered = z
  .object({ ...common, city: optionalId(), organisation: optionalText(200), until: optionalDate() })
  .superRefine(({ city, organisation }, context) => {
    if ((city === null) === (organisation === null))
      wrong(context, 'emergency:city-or-organisation', {}, ['organisation']);
  })
  .transform((said) => ({ ...said, urgency: 'soon' as const }));

export async function showHelp(visit: Visit, door: Door): Promise<Response> {
  return await helpPage(visit, door, freshForm(visit.world, { city: visit.query('city') ?? '' }));
}

/** The picker's Search button: the same page with the cities found and all answers kept. */
export async function searchHelpCity(visit: Visit, door: Door): Promise<Response> {
  const { state } = await readForm(visit, z.object({ citySearch: optionalText(100) }));
  return await helpPage(visit, door, { ...state, problems: [] }, state.answers['citySearch'] ?? '');
}

export async function sendHelp(visit: Visit, door: Door): Promise<Response> {
  const record = await publicRecord(visit);
  const { title } = wordingFor(record.wordings, visit.language);
  return await submitForm(visit, {
    schema: door === 'ask' ? asked : offered,
    act: async ({ city, ...said }, once) => {
      const side = door === 'ask' ? 'need' : 'offer';
      const all = { ...said, cityId: city, responseId: record.id, title };
      const reference = await askOrOffer(visit.world, visit.actor, side, all, networkOf(visit.request), once);
      return `/emergencies/${record.slug}/${door}/received?reference=${reference}`;
    },
    again: (state) => helpPage(visit, door, state),
  });
}

async function helpPage(visit: Visit, door: Door, form: FormState, search?: string): Promise<Response> {
  const { language, world } = visit;
  const frame = frameOf(visit, await publicRecord(visit));
  const { chosen, found } = await cityChoice(world.publicDb, language, {
    cityId: form.answers['city'] ?? '',
    search,
  });
  return visit.show({
    title: words(language)(door),
    body: <HelpFormPage {...frame} {...{ door, form, chosen, found }} />,
    script: true,
  });
}

/** What happens next. It looks nothing up but the page, so it tells nothing to somebody who guesses a reference. */
export async function showHelpReceived(visit: Visit, door: Door): Promise<Response> {
  const { record } = frameOf(visit, await publicRecord(visit));
  const t = words(visit.language);
  const reference = /^MMC-\d{4}-\d{4,7}-[0-9A-Z]$/.exec(visit.query('reference') ?? '')?.[0];
  const title = t(door === 'ask' ? 'ask-received' : 'offer-received');
  const response = visit.show({
    title,
    body: (
      <Confirmation title={title} reference={reference}>
        <ol>
          <li>{t('received-mail')}</li>
          <li>{t(door === 'ask' ? 'ask-next' : 'offer-next')}</li>
          <li>{t('received-danger')}</li>
        </ol>
        <p>
          <a href={visit.href(`/emergencies/${record.slug}`)}>{t('back-to-page')}</a>
        </p>
      </Confirmation>
    ),
  });
  response.headers.set('cache-control', 'no-store');
  return response;
}
