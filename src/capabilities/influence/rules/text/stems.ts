import snowball from 'snowball-stemmers';
import type { Language } from '../../../../kernel/language.ts';
import { stemArabic } from './arabic-stems.ts';
import { foldWord } from './fold.ts';

const names = { en: 'english', fr: 'french', es: 'spanish', pt: 'portuguese' } as const;

type Stemmer = (lower: string) => string;
const made = new Map<Language, Stemmer>();

/** The folded stem of a lower-case word with its accents; remembered, because an outcome text says the same words over and over. */
export function stemmer(language: Language): Stemmer {
  const ready = made.get(language);
  if (ready) return ready;
  const stem = language === 'ar' ? (lower: string) => stemArabic(foldWord(lower)) : latinStemmer(language);
  const known = new Map<string, string>();
  const remembering = (lower: string): string => {
    let found = known.get(lower);
    if (found === undefined) {
      const folded = foldWord(lower);
      found = /\d/.test(folded) ? folded : stem(lower);
      // A hostile text of a million different words must not fill the memory.
      if (known.size > 200_000) known.clear();
      known.set(lower, found);
    }
    return found;
  };
  made.set(language, remembering);
  return remembering;
}

function latinStemmer(language: Exclude<Language, 'ar'>): Stemmer {
  const library = snowball.newStemmer(names[language]);
  const spelling = language === 'en' ? britishAsAmerican : (word: string) => word;
  return (lower) =>
    /[\u0600-\u06FF]/.test(lower) ? stemArabic(foldWord(lower)) : foldWord(library.stem(spelling(lower)));
}

/** organise and organize, labour and labor, programme and program, centre and center are one word each. */
function britishAsAmerican(word: string): string {
  return word
    .replace(/^programme(s?)$/, 'program$1')
    .replace(/isation(s?)$/, 'ization$1')
    .replace(spelledEitherWay, '$1iz$2')
    .replace(/(lab|fav|hon|behavi|neighb|endeav)our/, '$1or')
    .replace(/^centre(s?)$/, 'center$1');
}

/** Verbs British English spells with -ise; listed, because promise and exercise keep their s everywhere. */
const spelledEitherWay =
  /^((?:re|de|un)?(?:recogn|organ|util|mobil|real|prior|prioriti|emphas|critic|maxim|minim|harmon|modern|special|general|central|decentral|local|regular|formal|stigmat|summar|author|final|social|character|criminal|marginal|sensit|stabil|urban|digit|digital|penal|capital|institutional|operational|victim|optim|standard|material|subsid|visual|legal|liberal|equal|civil|human|symbol|mainstream))is(e|es|ed|ing)$/;
