import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { stableId } from '../../kernel/id.ts';
import { type Language, languages } from '../../kernel/language.ts';
import type { TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { openCase } from '../support-desk/index.ts';
import { insertBulletin } from './store/bulletins.ts';
import { insertPairing, insertSide, markPairing, notePairingStep } from './store/help.ts';
import { insertNote } from './store/notes.ts';
import { insertResource } from './store/resources.ts';
import { addAffectedCity, insertResponse, saveWording } from './store/response.ts';
import { markTrialChecked, markTrialPublished } from './store/trial.ts';
import { trialNotes, trialPairings, trialResources, trialSides, trialTexts } from './trial-record.ts';

const slug = 'trial-floods';
const idOf = (what: string) => stableId('trial-emergency', what);
const at = (day: CalendarDate) => new Date(`${day}T09:00:00Z`);

/** One open emergency in invented places, with a bit of everything in it. */
export async function fillTrial(tx: Tx, world: World, scene: TrialScene): Promise<void> {
  const id = idOf('response');
  const staff = scene.people['staff-support'];
  const began = addDays(scene.today, -4);
  const [first] = scene.cities;
  if (!first) return;
  const country = first.country;
  const opened = { id, slug, startsOn: began, country, languages: ['en', 'ar'], openedBy: staff };
  if (!(await insertResponse(tx, opened))) return;
  for (const language of languages)
    await saveWording(tx, {
      responseId: id,
      language,
      ...trialTexts[language],
      isFirst: language === 'en',
      writtenBy: staff,
      now: at(began),
    });
  const by = { publishedBy: staff, confirmedBy: scene.people.director, at: at(began) };
  await markTrialPublished(tx, id, by);
  for (const { id: cityId } of scene.cities.slice(0, 3)) await addAffectedCity(tx, id, cityId);
  await addResources(tx, id, scene);
  await addNotes(tx, id, scene);
  await addHelp(tx, world, id, scene);
  await insertBulletin(tx, {
    id: idOf('bulletin'),
    responseId: id,
    texts: {
      en: { subject: 'Trial: two shelters are open', body: 'The hall and the school take families.' },
    },
    firstLanguage: 'en',
    draftedBy: staff,
  });
}

async function addResources(tx: Tx, responseId: string, scene: TrialScene): Promise<void> {
  for (const { slug: name, checkedDaysAgo, ...said } of trialResources) {
    const resource = { ...said, id: idOf(name), responseId, address: null, librarySource: null };
    const checkedBy = scene.people['staff-support'];
    await insertResource(tx, { ...resource, validUntil: null, checkedOn: scene.today, checkedBy });
    await markTrialChecked(tx, idOf(name), addDays(scene.today, -checkedDaysAgo));
  }
}

async function addNotes(tx: Tx, responseId: string, scene: TrialScene): Promise<void> {
  for (const { slug: name, city, daysAgo, fromCity, ...said } of trialNotes) {
    const cityId = scene.cities[city]?.id;
    if (!cityId) continue;
    await insertNote(tx, {
      ...said,
      id: idOf(`note ${name}`),
      responseId,
      cityId,
      on: addDays(scene.today, -daysAgo),
      language: 'en' satisfies Language,
      corrects: null,
      fromCity,
      authorId: scene.people[fromCity ? 'city-focal-point' : 'staff-support'],
    });
  }
}

async function addHelp(tx: Tx, world: World, responseId: string, scene: TrialScene): Promise<void> {
  const staff = scene.people['staff-support'];
  for (const { slug: name, side, city, isVerified, ...said } of trialSides) {
    const place = city === null ? undefined : scene.cities[city];
    const opened = await openCase(tx, world, systemActor, {
      cityId: place?.id ?? null,
      requesterName: place ? `Clerk of ${place.name}` : 'Clerk of the relief store',
      requesterEmail: `${name}@trial.invalid`,
      requesterRole: 'Clerk',
      topic: 'emergency',
      subject: `${trialTexts.en.title}: ${said.what}`.slice(0, 150),
      language: 'en',
      urgency: side === 'need' ? 'emergency' : 'soon',
      channel: 'web',
      body: said.what,
      attachments: [],
      tag: slug,
    });
    const verifiedBy = isVerified ? staff : null;
    const filled = { ...said, ...opened, responseId, cityId: place?.id ?? null, until: null, verifiedBy };
    await insertSide(tx, side, { ...filled, id: idOf(name) });
  }
  for (const { need, offer, state } of trialPairings) {
    const id = idOf(`${need} ${offer}`);
    await insertPairing(tx, { id, needId: idOf(need), offerId: idOf(offer) });
    if (state !== 'offered') await markPairing(tx, id, state, world.now());
    await notePairingStep(tx, {
      id: idOf(`step ${need} ${offer}`),
      pairingId: id,
      state,
      remark: null,
      byPerson: staff,
    });
  }
}
