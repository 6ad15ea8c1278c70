import type { Language } from '../../kernel/language.ts';
import type { Outcome, Topic, Urgency } from './rules/case.ts';
import type { Stage } from './rules/stages.ts';

export interface TrialCase {
  readonly slug: string;
  /** The scene's city, by its place. */
  readonly city: number;
  readonly topic: Topic;
  readonly language: Language;
  readonly urgency: Urgency;
  readonly daysAgo: number;
  readonly stage: Stage;
  readonly subject: string;
  readonly question: string;
  readonly answer: string | null;
  readonly note?: string;
  readonly outcome?: Outcome;
  /** How the survey was answered. */
  readonly survey?: { readonly helped: 'yes' | 'partly' | 'no'; readonly ease: number };
}

/** Eight invented questions of invented places, one for each place a case can be in. */
export const trialCases: readonly TrialCase[] = [
  {
    slug: 'rooms',
    city: 0,
    topic: 'housing',
    language: 'en',
    urgency: 'normal',
    daysAgo: 1,
    stage: 'new',
    subject: 'Trial: rooms for newcomers in private homes',
    question: 'Hosts want a contract that is fair to both sides. Does another city have one we may look at?',
    answer: null,
  },
  {
    slug: 'heat',
    city: 1,
    topic: 'climate',
    language: 'fr',
    urgency: 'soon',
    daysAgo: 3,
    stage: 'new',
    subject: 'Essai : abris contre la chaleur',
    question:
      'Nous ouvrons des lieux frais la semaine prochaine. Comment prévenir ceux qui ne lisent pas notre langue ?',
    answer: null,
  },
  {
    slug: 'school',
    city: 2,
    topic: 'education',
    language: 'es',
    urgency: 'normal',
    daysAgo: 9,
    stage: 'open',
    subject: 'Prueba: plazas escolares a mitad de curso',
    question: 'Llegan niños a mitad de curso. ¿Cómo organizan otras ciudades las plazas?',
    answer: 'Gracias por escribir. Buscamos dos ejemplos y se los enviamos esta semana.',
    note: 'Ask the colleague for education before Thursday.',
  },
  {
    slug: 'count',
    city: 0,
    topic: 'data',
    language: 'en',
    urgency: 'normal',
    daysAgo: 14,
    stage: 'waiting-city',
    subject: 'Trial: counting people who are not registered',
    question: 'We plan a survey. Which questions are safe to ask?',
    answer: 'Which groups do you want to reach, and who would hold the answers? Then we can say more.',
  },
  {
    slug: 'clinic',
    city: 3,
    topic: 'health',
    language: 'ar',
    urgency: 'soon',
    daysAgo: 6,
    stage: 'waiting-partner',
    subject: 'تجربة: عيادة للوافدين الجدد',
    question: 'نريد فتح عيادة صغيرة. من يستطيع أن يراجع خطتنا؟',
    answer: 'شكراً لكم. نسأل شريكاً ونعود إليكم خلال أيام.',
  },
  {
    slug: 'fees',
    city: 4,
    topic: 'employment',
    language: 'pt',
    urgency: 'normal',
    daysAgo: 40,
    stage: 'resolved',
    subject: 'Ensaio: reconhecer diplomas de fora',
    question: 'Como ajudam outras cidades quem quer trabalhar na sua profissão?',
    answer: 'Enviámos três exemplos e pusemo-vos em contacto com uma cidade que já o fez.',
    outcome: 'connected-peer',
    survey: { helped: 'yes', ease: 5 },
  },
  {
    slug: 'money',
    city: 5,
    topic: 'funding',
    language: 'en',
    urgency: 'normal',
    daysAgo: 60,
    stage: 'closed',
    subject: 'Trial: money for a welcome centre',
    question: 'We look for 80,000 to fit out an empty hall.',
    answer: 'No open call fits today. We noted your need and write when one opens.',
    outcome: 'no-help-possible',
    survey: { helped: 'no', ease: 3 },
  },
  {
    slug: 'voice',
    city: 1,
    topic: 'advocacy',
    language: 'fr',
    urgency: 'normal',
    daysAgo: 25,
    stage: 'resolved',
    subject: 'Essai : parler au nom des villes dans un forum',
    question: 'Notre maire voudrait prendre la parole. Comment se préparer ?',
    answer: 'Voici le déroulé et deux discours publics qui peuvent vous aider.',
    outcome: 'answered',
  },
];
