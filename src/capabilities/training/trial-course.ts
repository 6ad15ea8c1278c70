import { stableId } from '../../kernel/id.ts';
import type { Content, QuestionItem } from './rules/content.ts';
import type { SomeText } from './rules/some-text.ts';

const id = (name: string) => stableId('trial-training', name);

function question(
  name: string,
  body: SomeText,
  choices: readonly (readonly [SomeText, boolean])[],
  explanation: SomeText,
): QuestionItem {
  return {
    id: id(name),
    kind: 'question',
    form: choices.filter(([, right]) => right).length > 1 ? 'multiple' : 'single',
    body,
    choices: choices.map(([text, right], n) => ({ id: id(`${name} ${n}`), text, right })),
    answer: null,
    within: 0,
    explanation,
  };
}

/** A small course for trying the platform out: how to say what a city needs. Written for this purpose. */
export const trialCourse: Content = {
  sourceLanguage: 'en',
  languages: ['en', 'fr', 'ar'],
  title: {
    en: 'Saying what your city needs',
    fr: 'Dire ce dont votre ville a besoin',
    ar: 'كيف تقول ما تحتاجه مدينتك',
  },
  summary: {
    en: 'A trial course of two short modules: how to ask so that others can help.',
    fr: 'Un cours d’essai en deux modules : demander de façon que les autres puissent aider.',
    ar: 'دورة تجريبية من وحدتين قصيرتين: كيف تطلب بحيث يستطيع الآخرون المساعدة.',
  },
  topics: [],
  minutes: 20,
  passPercent: 50,
  certifies: true,
  modules: [
    {
      id: id('module 1'),
      title: { en: 'One need at a time', fr: 'Un besoin à la fois', ar: 'حاجة واحدة في كل مرة' },
      items: [
        {
          id: id('text 1'),
          kind: 'text',
          body: {
            en: 'A question that names **one** need is answered sooner than a question that names five.\n\n- Say what happens now.\n- Say who is affected, and how many.\n- Say by when an answer would still help.',
            fr: 'Une question qui nomme **un** besoin reçoit une réponse plus vite qu’une question qui en nomme cinq.\n\n- Dites ce qui se passe aujourd’hui.\n- Dites qui est touché, et combien.\n- Dites jusqu’à quand une réponse serait utile.',
            ar: 'السؤال الذي يذكر حاجة **واحدة** يُجاب أسرع من سؤال يذكر خمسًا.\n\n- قل ما يحدث الآن.\n- قل من المتأثرون وكم عددهم.\n- قل حتى متى يفيد الجواب.',
          },
        },
        question(
          'question 1',
          {
            en: 'Which question is easiest to answer?',
            fr: 'À quelle question est-il le plus facile de répondre ?',
            ar: 'أي سؤال أسهل جوابًا؟',
          },
          [
            [
              {
                en: '“How do we enrol 40 children who arrived last month before 1 September?”',
                fr: '« Comment inscrire avant le 1er septembre 40 enfants arrivés le mois dernier ? »',
                ar: '«كيف نسجّل 40 طفلًا وصلوا الشهر الماضي قبل 1 سبتمبر؟»',
              },
              true,
            ],
            [
              {
                en: '“Can you help us with migration?”',
                fr: '« Pouvez-vous nous aider avec les migrations ? »',
                ar: '«هل تساعدوننا في الهجرة؟»',
              },
              false,
            ],
          ],
          {
            en: 'It says what, how many and by when.',
            fr: 'Elle dit quoi, combien et jusqu’à quand.',
            ar: 'لأنه يقول ماذا وكم وحتى متى.',
          },
        ),
      ],
    },
    {
      id: id('module 2'),
      title: { en: 'What you know already', fr: 'Ce que vous savez déjà' },
      items: [
        {
          id: id('text 2'),
          kind: 'text',
          body: {
            en: 'Tell others what you have tried. They will not send you back to the start.\n\n> “We opened a desk in the library in spring. Few people came, because it closes at four.”',
            fr: 'Dites aux autres ce que vous avez essayé. Ils ne vous renverront pas au début.',
          },
        },
        question(
          'question 2',
          { en: 'What helps others to help you?', fr: 'Qu’est-ce qui aide les autres à vous aider ?' },
          [
            [{ en: 'What you have tried', fr: 'Ce que vous avez essayé' }, true],
            [{ en: 'Why it did not work', fr: 'Pourquoi cela n’a pas marché' }, true],
            [{ en: 'Names of the people concerned', fr: 'Les noms des personnes concernées' }, false],
          ],
          {
            en: 'Names of people are never needed in a question.',
            fr: 'Une question n’a jamais besoin de noms de personnes.',
          },
        ),
      ],
    },
  ],
};
