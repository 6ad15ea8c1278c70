import type { ExampleForm } from './index.ts';
import { said } from '../rules/in-five.ts';
import { exampleLead, people, themes } from './local.ts';

/** A first word of interest: five minutes, one per city government. */
export const intake: ExampleForm = {
  slug: 'example-intake',
  purpose: 'intake',
  title: said(
    'Example: expression of interest',
    'Exemple : manifestation d’intérêt',
    'Ejemplo: manifestación de interés',
    'Exemplo: manifestação de interesse',
    'مثال: إبداء اهتمام',
  ),
  sections: [
    {
      key: 'your-city',
      title: said('Your city', 'Votre ville', 'Su ciudad', 'A sua cidade', 'مدينتكم'),
      lead: exampleLead,
      questions: [
        {
          key: 'mayor',
          kind: 'text',
          lines: 'one',
          needed: true,
          knownAs: 'mayor',
          label: said(
            'Who is the mayor or head of the city government?',
            'Qui est maire ou à la tête de l’administration de la ville ?',
            '¿Quién es el alcalde, la alcaldesa o la persona al frente del gobierno de la ciudad?',
            'Quem preside a câmara ou o governo da cidade?',
            'من هو رئيس البلدية أو رئيس حكومة المدينة؟',
          ),
        },
        {
          key: 'residents',
          kind: 'number',
          decimals: 0,
          min: 1,
          unit: people,
          needed: true,
          knownAs: 'population',
          label: said(
            'How many people live in the city?',
            'Combien de personnes vivent dans la ville ?',
            '¿Cuántas personas viven en la ciudad?',
            'Quantas pessoas vivem na cidade?',
            'كم عدد سكان المدينة؟',
          ),
          help: said(
            'The newest figure you trust. An estimate will do.',
            'Le chiffre le plus récent que vous jugez fiable. Une estimation suffit.',
            'La cifra más reciente que considere fiable. Basta una estimación.',
            'O número mais recente em que confia. Basta uma estimativa.',
            'أحدث رقم تثقون به. يكفي تقدير.',
          ),
        },
        {
          key: 'contact-office',
          kind: 'text',
          lines: 'one',
          needed: true,
          knownAs: 'contact-point',
          label: said(
            'Which office will work on this?',
            'Quel service s’en occupera ?',
            '¿Qué oficina se ocupará de esto?',
            'Que serviço tratará disto?',
            'أي مكتب سيتولى هذا العمل؟',
          ),
        },
      ],
    },
    {
      key: 'your-idea',
      title: said('Your idea', 'Votre idée', 'Su idea', 'A sua ideia', 'فكرتكم'),
      questions: [
        {
          key: 'theme',
          kind: 'choice',
          many: true,
          needed: true,
          label: said(
            'What is it about?',
            'De quoi s’agit-il ?',
            '¿De qué trata?',
            'De que se trata?',
            'ما موضوعها؟',
          ),
          choices: themes,
        },
        {
          key: 'idea',
          kind: 'text',
          lines: 'many',
          maxWords: 150,
          maxWordsIn: { fr: 180, es: 180, pt: 180 },
          needed: true,
          label: said(
            'What would you do, and who would be better off?',
            'Que feriez-vous, et pour qui la vie serait-elle meilleure ?',
            '¿Qué harían y para quién mejoraría la vida?',
            'O que fariam e para quem a vida ficaria melhor?',
            'ماذا ستفعلون، ومن ستتحسن حياته؟',
          ),
          help: said(
            'A few plain sentences are enough. Say it as you would to a colleague.',
            'Quelques phrases simples suffisent. Dites-le comme à un collègue.',
            'Bastan unas frases sencillas. Dígalo como a un colega.',
            'Bastam umas frases simples. Diga-o como a um colega.',
            'تكفي جمل قليلة بسيطة، كما تقولونها لزميل.',
          ),
        },
        {
          key: 'ready',
          kind: 'choice',
          many: false,
          needed: true,
          label: said(
            'How far is the idea?',
            'Où en est l’idée ?',
            '¿En qué punto está la idea?',
            'Em que ponto está a ideia?',
            'إلى أين وصلت الفكرة؟',
          ),
          choices: [
            {
              key: 'thought',
              label: said(
                'A first thought',
                'Une première réflexion',
                'Una primera idea',
                'Uma primeira ideia',
                'فكرة أولى',
              ),
            },
            { key: 'planned', label: said('Planned', 'Planifiée', 'Planificada', 'Planeada', 'مخطط لها') },
            {
              key: 'running',
              label: said(
                'Already running, to be made larger',
                'Déjà en cours, à élargir',
                'Ya en marcha, para ampliarla',
                'Já em curso, para alargar',
                'قائمة بالفعل ويُراد توسيعها',
              ),
            },
          ],
        },
        {
          key: 'learned',
          kind: 'text',
          lines: 'many',
          maxWords: 80,
          needed: false,
          when: { question: 'ready', is: 'one-of', values: ['running'] },
          label: said(
            'What have you learned so far?',
            'Qu’avez-vous appris jusqu’ici ?',
            '¿Qué han aprendido hasta ahora?',
            'O que aprenderam até agora?',
            'ماذا تعلمتم حتى الآن؟',
          ),
        },
      ],
    },
  ],
};
