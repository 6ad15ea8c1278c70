import type { Language } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';

interface TopicRow {
  readonly key: string;
  readonly label: LocalText;
  /** Where the word comes from. */
  readonly source: 'council-library' | 'city-mandates' | 'priority-objectives';
}

/**
 * What cities teach and learn, in five languages. The first six are the topics under which the council files its own texts
 * (database/edition/library.json); the next four the powers a city's record tells of; the rest are shared objectives of the
 * Call to Local Action in short words (database/edition/priority-objectives.json, shortened by us; socio-economic inclusion is
 * the council's own topic already).
 */
export const topics = [
  topic('children-and-caregivers', 'council-library', [
    'Children and caregivers',
    'Enfants et personnes qui s’en occupent',
    'Niñez y personas cuidadoras',
    'Crianças e quem cuida delas',
    'الأطفال ومقدمو الرعاية',
  ]),
  topic('climate-migration', 'council-library', [
    'Climate migration',
    'Migrations climatiques',
    'Migración climática',
    'Migração climática',
    'الهجرة بسبب المناخ',
  ]),
  topic('economic-inclusion', 'council-library', [
    'Economic inclusion',
    'Inclusion économique',
    'Inclusión económica',
    'Inclusão económica',
    'الإدماج الاقتصادي',
  ]),
  topic('municipal-finance', 'council-library', [
    'Municipal finance',
    'Finances municipales',
    'Finanzas municipales',
    'Finanças municipais',
    'مالية البلديات',
  ]),
  topic('pandemic-response', 'council-library', [
    'Pandemic response',
    'Réponse aux pandémies',
    'Respuesta a pandemias',
    'Resposta a pandemias',
    'الاستجابة للجوائح',
  ]),
  topic('participatory-governance', 'council-library', [
    'Participatory governance',
    'Gouvernance participative',
    'Gobernanza participativa',
    'Governação participativa',
    'الحوكمة التشاركية',
  ]),
  topic('housing', 'city-mandates', ['Housing', 'Logement', 'Vivienda', 'Habitação', 'السكن']),
  topic('health', 'city-mandates', ['Health', 'Santé', 'Salud', 'Saúde', 'الصحة']),
  topic('education', 'city-mandates', ['Education', 'Éducation', 'Educación', 'Educação', 'التعليم']),
  topic('employment', 'city-mandates', ['Employment', 'Emploi', 'Empleo', 'Emprego', 'العمل']),
  topic('access-to-services', 'priority-objectives', [
    'Access to services whatever the status',
    'Accès aux services quel que soit le statut',
    'Acceso a servicios sin importar la situación migratoria',
    'Acesso a serviços seja qual for o estatuto',
    'الوصول إلى الخدمات مهما كان الوضع القانوني',
  ]),
  topic('drivers-of-displacement', 'priority-objectives', [
    'What forces people to move',
    'Ce qui force à partir',
    'Lo que obliga a irse',
    'O que obriga a partir',
    'ما يجبر الناس على الرحيل',
  ]),
  topic('governance-and-protection', 'priority-objectives', [
    'Migration policy and protection',
    'Politique migratoire et protection',
    'Política migratoria y protección',
    'Política migratória e proteção',
    'سياسات الهجرة والحماية',
  ]),
  topic('partnerships-and-cooperation', 'priority-objectives', [
    'Partnerships between cities and with states',
    'Partenariats entre villes et avec les États',
    'Alianzas entre ciudades y con los Estados',
    'Parcerias entre cidades e com os Estados',
    'الشراكات بين المدن ومع الدول',
  ]),
  topic('protecting-the-most-vulnerable', 'priority-objectives', [
    'Protecting the most vulnerable',
    'Protéger les plus vulnérables',
    'Proteger a las personas más vulnerables',
    'Proteger as pessoas mais vulneráveis',
    'حماية الفئات الأكثر ضعفا',
  ]),
  topic('reception-and-sponsorship', 'priority-objectives', [
    'Reception and community sponsorship',
    'Accueil et parrainage citoyen',
    'Acogida y patrocinio comunitario',
    'Acolhimento e patrocínio comunitário',
    'الاستقبال والكفالة المجتمعية',
  ]),
] as const satisfies readonly TopicRow[];

export type Topic = (typeof topics)[number]['key'];
export const topicKeys: readonly Topic[] = topics.map(({ key }) => key);

const labels = new Map<string, LocalText>(topics.map(({ key, label }) => [key, label]));

export function topicLabel(language: Language, key: string): string {
  return labels.get(key)?.[language] ?? key;
}

export function isTopic(key: string): key is Topic {
  return labels.has(key);
}

function topic<const Key extends string>(
  key: Key,
  source: TopicRow['source'],
  [en, fr, es, pt, ar]: readonly [string, string, string, string, string],
) {
  return { key, source, label: { en, fr, es, pt, ar } };
}
