import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Language } from '../../kernel/language.ts';
import type { Answer, FormVersion, Question } from '../application-forms/index.ts';
import { questionsOf, visibleQuestions } from '../application-forms/index.ts';
import type { OpenWindow } from '../fund/index.ts';

/** What a trial city writes, in its language: about nobody and no place that exists. */
const story: Readonly<Record<Language, readonly [short: string, long: string]>> = {
  en: [
    'Safe rooms and work for newcomers',
    'Families arrive faster than rooms are built. The city opens three empty schools, and newcomers and neighbours repair them together and are paid for it.',
  ],
  fr: [
    'Logements sûrs et travail pour les nouveaux venus',
    'Les familles arrivent plus vite que les logements ne se construisent. La ville ouvre trois écoles vides ; nouveaux venus et voisins les réparent ensemble et sont payés.',
  ],
  es: [
    'Viviendas seguras y trabajo para quienes llegan',
    'Las familias llegan más rápido de lo que se construyen viviendas. La ciudad abre tres escuelas vacías; quienes llegan y sus vecinos las reparan juntos y cobran por ello.',
  ],
  pt: [
    'Casas seguras e trabalho para quem chega',
    'As famílias chegam mais depressa do que se constroem casas. A cidade abre três escolas vazias; quem chega e os vizinhos reparam-nas juntos e são pagos por isso.',
  ],
  ar: [
    'مساكن آمنة وعمل للقادمين الجدد',
    'تصل الأسر أسرع مما تُبنى المساكن. تفتح المدينة ثلاث مدارس خالية، ويصلحها القادمون والجيران معًا لقاء أجر.',
  ],
};

interface Writer {
  readonly cityId: string;
  readonly country: string;
  readonly language: Language;
  readonly today: CalendarDate;
}

/** Right answers to everything the form asks of a trial city, files left out. */
export function trialAnswers(form: FormVersion, window: OpenWindow, writer: Writer): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const question of questionsOf(form)) {
    if (!visibleQuestions(form, answers).some(({ key }) => key === question.key)) continue;
    const answer = answerTo(question, window, writer);
    if (answer) answers[question.key] = answer;
  }
  return answers;
}

function answerTo(question: Question, window: OpenWindow, writer: Writer): Answer | undefined {
  const [short, long] = story[writer.language];
  const later = `${Number(writer.today.slice(0, 4)) + 2}-06-30`;
  switch (question.kind) {
    case 'text':
      return {
        kind: 'text',
        text: question.lines === 'many' && (question.maxWords ?? 99) >= 40 ? long : short,
      };
    case 'choice':
      return { kind: 'choice', chosen: question.choices.slice(0, 1).map(({ key }) => key) };
    case 'number':
      return {
        kind: 'number',
        number: String(Math.min(question.max ?? 240, Math.max(question.min ?? 0, 240))),
      };
    case 'date':
      return { kind: 'date', date: question.earliest ?? question.latest ?? later };
    case 'city':
      return { kind: 'city', cityId: writer.cityId };
    case 'country':
      return { kind: 'country', country: writer.country };
    case 'table': {
      const cells = { text: short, date: later, number: '12' };
      return {
        kind: 'table',
        rows: [Object.fromEntries(question.columns.map(({ key, kind }) => [key, cells[kind]]))],
      };
    }
    case 'indicators':
      return {
        kind: 'indicators',
        rows: [{ what: short, unit: '%', baseline: '0', target: '40', by: later }],
      };
    case 'budget':
      return budget(window, short);
    case 'file':
    default:
      return undefined;
  }
}

/** Nine tenths for the work, what the window allows at most for overhead. */
function budget(window: OpenWindow, what: string): Answer {
  const whole = window.ceiling.amountMinor / 2n;
  const overhead = (whole * BigInt(Math.min(window.overheadCapBasisPoints, 700))) / 10_000n;
  const direct = window.budgetCategories.find(({ isOverhead }) => !isOverhead)?.key ?? '';
  const indirect = window.budgetCategories.find(({ isOverhead }) => isOverhead)?.key;
  const line = (category: string, amount: bigint) => ({
    category,
    what,
    amountMinor: String(amount),
    year: 1,
  });
  const lines = indirect ? [line(direct, whole - overhead), line(indirect, overhead)] : [line(direct, whole)];
  return {
    kind: 'budget',
    currency: window.currencies[0] ?? window.ceiling.currency,
    lines,
    totalMinor: String(whole),
  };
}
