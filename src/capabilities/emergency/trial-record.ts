import type { ResourceKind } from './rules/freshness.ts';
import type { HelpKind, PairingState } from './rules/help.ts';
import type { Audience } from './rules/note.ts';

/** What the trial's emergency holds. Cities are the scene's, by their place in it. */
export const trialTexts = {
  en: {
    title: 'Trial: floods in invented places',
    what: 'An invented flood, for trying out. Three invented cities are cut off in part; people move to higher ground.',
  },
  fr: {
    title: 'Essai : inondations dans des lieux inventés',
    what: 'Une inondation inventée, pour essayer. Trois villes inventées sont en partie coupées ; des gens montent vers les hauteurs.',
  },
  es: {
    title: 'Prueba: inundaciones en lugares inventados',
    what: 'Una inundación inventada, para probar. Tres ciudades inventadas están en parte aisladas; la gente sube a zonas altas.',
  },
  pt: {
    title: 'Ensaio: cheias em lugares inventados',
    what: 'Uma cheia inventada, para experimentar. Três cidades inventadas estão em parte isoladas; as pessoas sobem para zonas altas.',
  },
  ar: {
    title: 'تجربة: فيضانات في أماكن مخترعة',
    what: 'فيضان مخترع للتجربة. ثلاث مدن مخترعة انقطعت جزئياً، والناس ينتقلون إلى أماكن أعلى.',
  },
} as const;

interface TrialResource {
  readonly slug: string;
  readonly kind: ResourceKind;
  readonly title: string;
  readonly what: string;
  readonly offeredBy: string;
  readonly contact: string;
  readonly languages: readonly string[];
  readonly checkedDaysAgo: number;
}

export const trialResources: readonly TrialResource[] = [
  {
    slug: 'line',
    kind: 'hotline',
    title: 'Trial flood line',
    what: 'For anybody, day and night. Ask for the shelter nearest to you.',
    offeredBy: 'Trial City 1',
    contact: '+00 000 000 001',
    languages: ['en', 'ar'],
    checkedDaysAgo: 1,
  },
  {
    slug: 'school',
    kind: 'shelter',
    title: 'Trial school hall',
    what: '120 beds, families first. Bring any paper you have; none is needed.',
    offeredBy: 'Trial City 2',
    contact: 'Invented Street 2',
    languages: ['en', 'fr'],
    checkedDaysAgo: 0,
  },
  {
    slug: 'tents',
    kind: 'supply',
    title: 'Trial tents and blankets',
    what: 'For city halls: up to 300 sets, fetched by your own trucks.',
    offeredBy: 'Trial relief store',
    contact: 'store@trial.invalid',
    languages: ['en', 'es'],
    checkedDaysAgo: 6,
  },
  {
    slug: 'checklist',
    kind: 'guide',
    title: 'Trial checklist for the first 72 hours',
    what: 'For mayors and their staff: who to call, what to count, what to say.',
    offeredBy: 'Trial staff',
    contact: 'desk@trial.invalid',
    languages: ['en', 'fr', 'es', 'pt', 'ar'],
    checkedDaysAgo: 12,
  },
];

interface TrialNote {
  readonly slug: string;
  readonly city: number;
  readonly daysAgo: number;
  readonly audience: Audience;
  readonly fromCity: boolean;
  readonly body: string;
  readonly needs: string | null;
  readonly numbers: readonly { readonly what: string; readonly value: number; readonly source: string }[];
}

export const trialNotes: readonly TrialNote[] = [
  {
    slug: 'first',
    city: 0,
    daysAgo: 3,
    audience: 'public',
    fromCity: true,
    body: 'The lower quarter is under water. Two schools are open as shelters.',
    needs: 'Beds, clean water, interpreters.',
    numbers: [{ what: 'People in shelters', value: 840, source: 'City register' }],
  },
  {
    slug: 'second',
    city: 1,
    daysAgo: 2,
    audience: 'network',
    fromCity: true,
    body: 'The bridge is closed to trucks. Buses still run.',
    needs: null,
    numbers: [],
  },
  {
    slug: 'third',
    city: 2,
    daysAgo: 1,
    audience: 'public',
    fromCity: false,
    body: 'The council spoke with the city by telephone: the water is falling.',
    needs: 'Advice on cleaning wells.',
    numbers: [],
  },
];

interface TrialSide {
  readonly slug: string;
  readonly side: 'need' | 'offer';
  readonly city: number | null;
  readonly organisation: string | null;
  readonly kind: HelpKind;
  readonly what: string;
  readonly mayShow: boolean;
  readonly isVerified: boolean;
}

const shown = { organisation: null, mayShow: true, isVerified: true };

export const trialSides: readonly TrialSide[] = [
  { ...shown, slug: 'beds', side: 'need', city: 0, kind: 'shelter', what: '200 beds for a month' },
  { ...shown, slug: 'wells', side: 'need', city: 2, kind: 'advice', what: 'How to clean wells' },
  {
    ...shown,
    slug: 'words',
    side: 'need',
    city: 1,
    kind: 'translation',
    what: 'Two interpreters on the telephone',
    isVerified: false,
  },
  { ...shown, slug: 'hall', side: 'offer', city: 3, kind: 'shelter', what: 'A sports hall with 150 beds' },
  { ...shown, slug: 'engineer', side: 'offer', city: 4, kind: 'advice', what: 'A water engineer by video' },
  {
    slug: 'store',
    side: 'offer',
    city: null,
    organisation: 'Trial relief store',
    kind: 'supplies',
    what: '100 camp beds',
    mayShow: false,
    isVerified: true,
  },
];

export const trialPairings: readonly {
  readonly need: string;
  readonly offer: string;
  readonly state: PairingState;
}[] = [
  { need: 'beds', offer: 'hall', state: 'under-way' },
  { need: 'beds', offer: 'store', state: 'offered' },
  { need: 'wells', offer: 'engineer', state: 'agreed' },
];
