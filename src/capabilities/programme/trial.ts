import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { stableId } from '../../kernel/id.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import type { TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import { type ActivitySaid, findActivity, insertActivity } from './store/activities.ts';
import { noteAsk } from './store/asks.ts';

const open = {
  regions: [],
  incomes: [],
  countries: [],
  bands: [],
  onlyGlobalSouth: false,
  onlySecondary: false,
  places: null,
  meetsAt: null,
  path: null,
  emergency: false,
};

/** Three activities and what is asked of invented places; nobody is invited, so that trying it out begins with the first letter. */
export async function fillTrial(tx: Tx, _world: World, scene: TrialScene): Promise<void> {
  // Once: what people did with it since stays.
  if (await findActivity(tx, idOf('course'))) return;
  for (const [name, said] of Object.entries(trialActivities(scene.today)))
    await insertActivity(tx, { id: idOf(name), announced: null, addedBy: null }, said);
  const [first, second] = scene.cities;
  if (first) await ask(tx, scene, first.id, 'support-desk', 'question');
  if (second) {
    await ask(tx, scene, second.id, 'support-desk', 'question');
    await ask(tx, scene, second.id, 'peer-exchange', 'introduction');
  }
}

const idOf = (name: string) => stableId('trial-activity', name);

async function ask(
  tx: Tx,
  { today }: TrialScene,
  cityId: string,
  askedBy: 'support-desk' | 'peer-exchange',
  kind: 'question' | 'introduction',
): Promise<void> {
  const what: LocalText =
    kind === 'question'
      ? {
          en: 'Trial: answer the desk’s question',
          fr: 'Essai : répondre à la question du bureau',
          es: 'Prueba: responder a la pregunta del servicio',
          pt: 'Ensaio: responder à pergunta do balcão',
          ar: 'تجربة: الرد على سؤال المكتب',
        }
      : {
          en: 'Trial: say whether you want to meet another city',
          fr: 'Essai : dire si vous voulez rencontrer une autre ville',
          es: 'Prueba: decir si quiere conocer a otra ciudad',
          pt: 'Ensaio: dizer se quer conhecer outra cidade',
          ar: 'تجربة: القول هل تريدون لقاء مدينة أخرى',
        };
  await noteAsk(tx, {
    id: stableId('trial-ask', `${cityId} ${askedBy}`),
    cityId,
    askedBy,
    record: `trial ${cityId}`,
    kind,
    what,
    path: askedBy === 'support-desk' ? '/portal/cases' : '/portal/exchange',
    askedOn: today,
    dueOn: addDays(today, 10),
  });
}

function trialActivities(today: CalendarDate): Record<string, ActivitySaid> {
  const when = { listsOn: today, opensOn: addDays(today, -7), closesOn: addDays(today, 60) };
  return {
    course: {
      ...open,
      ...when,
      kind: 'training',
      topics: ['housing', 'access-to-services'],
      languages: ['en', 'fr'],
      places: 30,
      meetsAt: new Date(`${addDays(today, 21)}T14:00:00Z`),
      title: {
        en: 'Trial course: housing for newcomers',
        fr: 'Cours d’essai : loger les nouveaux arrivants',
        es: 'Curso de prueba: vivienda para recién llegados',
        pt: 'Curso de ensaio: habitação para recém-chegados',
        ar: 'دورة تجريبية: سكن الوافدين الجدد',
      },
      about: {
        en: 'Four sessions on rooms, rent and rights.',
        fr: 'Quatre séances sur les logements, les loyers et les droits.',
        es: 'Cuatro sesiones sobre alojamiento, alquiler y derechos.',
        pt: 'Quatro sessões sobre alojamento, rendas e direitos.',
        ar: 'أربع جلسات عن السكن والإيجار والحقوق.',
      },
    },
    call: {
      ...open,
      ...when,
      kind: 'call-for-proposals',
      topics: ['employment', 'economic-inclusion'],
      languages: [],
      incomes: ['LIC', 'LMC'],
      title: {
        en: 'Trial call: work for people on the move',
        fr: 'Appel d’essai : du travail pour les personnes en mouvement',
        es: 'Convocatoria de prueba: trabajo para personas en movimiento',
        pt: 'Convite de ensaio: trabalho para pessoas em movimento',
        ar: 'دعوة تجريبية: عمل للمتنقلين',
      },
      about: {
        en: 'For cities in low and lower-middle income countries.',
        fr: 'Pour les villes de pays à revenu faible et intermédiaire inférieur.',
        es: 'Para ciudades de países de ingreso bajo y mediano bajo.',
        pt: 'Para cidades de países de rendimento baixo e médio-baixo.',
        ar: 'لمدن البلدان المنخفضة الدخل والشريحة الدنيا من المتوسطة.',
      },
    },
    statement: {
      ...open,
      ...when,
      kind: 'statement',
      topics: [],
      languages: [],
      onlySecondary: true,
      title: {
        en: 'Trial statement of secondary cities',
        fr: 'Déclaration d’essai des villes secondaires',
        es: 'Declaración de prueba de ciudades secundarias',
        pt: 'Declaração de ensaio das cidades secundárias',
        ar: 'بيان تجريبي للمدن الثانوية',
      },
      about: {
        en: 'One page to read and sign.',
        fr: 'Une page à lire et à signer.',
        es: 'Una página para leer y firmar.',
        pt: 'Uma página para ler e assinar.',
        ar: 'صفحة واحدة للقراءة والتوقيع.',
      },
    },
  };
}
