import type { LocalText } from '../../kernel/local-text.ts';
import type { EligibilityRule } from './rules/eligibility-rule.ts';
import type { BudgetCategory, Criterion } from './rules/window.ts';

function said(en: string, fr: string, es: string, pt: string, ar: string): LocalText {
  return { en, fr, es, pt, ar };
}

/** Words of an invented window; no window of the council. */
export const exampleTexts = {
  name: said(
    'Example window: work and welcome',
    'Volet d’exemple : travail et accueil',
    'Ventana de ejemplo: trabajo y acogida',
    'Janela de exemplo: trabalho e acolhimento',
    'نافذة مثال: العمل والترحيب',
  ),
  theme: said(
    'Cities help newcomers find decent work and a place in the life of the city.',
    'Les villes aident les nouveaux arrivants à trouver un travail décent et une place dans la vie de la ville.',
    'Las ciudades ayudan a quienes llegan a encontrar trabajo digno y un lugar en la vida de la ciudad.',
    'As cidades ajudam quem chega a encontrar trabalho digno e um lugar na vida da cidade.',
    'تساعد المدن الوافدين الجدد على إيجاد عمل لائق ومكان في حياة المدينة.',
  ),
  whoCanApply: said(
    'City governments of countries with low or lower middle income. A city government applies itself; partners may help it.',
    'Les administrations municipales de pays à revenu faible ou intermédiaire inférieur. La ville candidate elle-même ; des partenaires peuvent l’aider.',
    'Gobiernos municipales de países de ingreso bajo o mediano bajo. La ciudad solicita por sí misma; puede recibir ayuda de socios.',
    'Governos municipais de países de rendimento baixo ou médio-baixo. A cidade concorre por si; parceiros podem ajudar.',
    'حكومات مدن بلدان الدخل المنخفض أو المتوسط الأدنى. تتقدم حكومة المدينة بنفسها ويمكن للشركاء مساعدتها.',
  ),
  gives: said(
    'Money paid straight to the city government, meetings with other cities every three months, and advice when you ask for it.',
    'De l’argent versé directement à la ville, des rencontres avec d’autres villes tous les trois mois, et des conseils sur demande.',
    'Dinero pagado directamente al gobierno municipal, encuentros con otras ciudades cada tres meses y asesoría cuando la pida.',
    'Dinheiro pago diretamente ao governo municipal, encontros com outras cidades a cada três meses e apoio quando pedir.',
    'مال يُدفع مباشرة لحكومة المدينة، ولقاءات مع مدن أخرى كل ثلاثة أشهر، ومشورة عند الطلب.',
  ),
  asks: said(
    'First a few questions about your city and idea. Invited cities write two pages. Then those invited again write a full proposal with a budget.',
    'D’abord quelques questions sur votre ville et votre idée. Les villes invitées écrivent deux pages. Puis celles invitées à nouveau écrivent une proposition complète avec un budget.',
    'Primero unas preguntas sobre su ciudad e idea. Las ciudades invitadas escriben dos páginas. Luego las invitadas de nuevo escriben una propuesta completa con presupuesto.',
    'Primeiro algumas perguntas sobre a sua cidade e ideia. As cidades convidadas escrevem duas páginas. Depois as convidadas de novo escrevem uma proposta completa com orçamento.',
    'أولًا بعض الأسئلة عن مدينتكم وفكرتكم. تكتب المدن المدعوة صفحتين. ثم تكتب المدعوة مجددًا مقترحًا كاملًا مع ميزانية.',
  ),
  judging: said(
    'People of the council and of partners read each application by the same criteria; a committee decides.',
    'Des personnes du conseil et de partenaires lisent chaque demande selon les mêmes critères ; un comité décide.',
    'Personas del consejo y de socios leen cada solicitud con los mismos criterios; decide un comité.',
    'Pessoas do conselho e de parceiros leem cada candidatura pelos mesmos critérios; decide um comité.',
    'يقرأ أشخاص من المجلس والشركاء كل طلب بالمعايير نفسها، وتقرر لجنة.',
  ),
  opening: said(
    'The example round begins.',
    'Le cycle d’exemple commence.',
    'Empieza la ronda de ejemplo.',
    'Começa a ronda de exemplo.',
    'تبدأ جولة المثال.',
  ),
  moving: said(
    'Several cities had no connection for some days.',
    'Plusieurs villes n’ont pas eu de connexion pendant quelques jours.',
    'Varias ciudades no tuvieron conexión durante unos días.',
    'Várias cidades ficaram sem ligação durante alguns dias.',
    'بقيت عدة مدن بلا اتصال بضعة أيام.',
  ),
  question: said(
    'May two cities apply together?',
    'Deux villes peuvent-elles candidater ensemble ?',
    '¿Pueden dos ciudades solicitar juntas?',
    'Duas cidades podem concorrer juntas?',
    'هل يمكن لمدينتين التقدم معًا؟',
  ),
  answer: said(
    'Yes. One city government applies and signs; name the other as a partner and say what each does.',
    'Oui. Une administration municipale candidate et signe ; nommez l’autre comme partenaire et dites ce que fait chacune.',
    'Sí. Un gobierno municipal solicita y firma; nombre al otro como socio y diga qué hace cada uno.',
    'Sim. Um governo municipal concorre e assina; indique o outro como parceiro e diga o que faz cada um.',
    'نعم. تتقدم حكومة مدينة واحدة وتوقع؛ واذكروا الأخرى شريكًا وما يفعله كل طرف.',
  ),
} as const satisfies Readonly<Record<string, LocalText>>;

export const exampleRules: readonly EligibilityRule[] = [
  {
    key: 'income-groups',
    weight: 'critical',
    test: { kind: 'income-groups', list: 'world-bank-income-fy2026', groups: ['LIC', 'LMC'] },
  },
  {
    key: 'population',
    weight: 'critical',
    test: { kind: 'population', atLeast: 20_000, atMost: null, marginPercent: 20 },
  },
  { key: 'no-running-grant', weight: 'critical', test: { kind: 'no-running-grant' } },
  { key: 'secondary-city', weight: 'additional', test: { kind: 'secondary-city', revision: 1 } },
];

function criterion(key: string, kind: Criterion['kind'], weight: number, text: LocalText): Criterion {
  return { key, kind, weight, text };
}

export const exampleCriteria: readonly Criterion[] = [
  criterion(
    'city-leads',
    'critical',
    0,
    said(
      'The city government leads the work and the mayor stands behind it.',
      'La ville dirige le travail et le maire le soutient.',
      'El gobierno municipal dirige el trabajo y la alcaldía lo respalda.',
      'O governo municipal dirige o trabalho e o presidente da câmara apoia-o.',
      'تقود حكومة المدينة العمل ويسانده رئيس البلدية.',
    ),
  ),
  criterion(
    'people-take-part',
    'additional',
    3,
    said(
      'Migrants and displaced people take part in planning and in running it.',
      'Des personnes migrantes et déplacées participent à la conception et à la conduite.',
      'Las personas migrantes y desplazadas participan en el diseño y la ejecución.',
      'Pessoas migrantes e deslocadas participam no desenho e na execução.',
      'يشارك المهاجرون والنازحون في التخطيط والتنفيذ.',
    ),
  ),
  criterion(
    'clear-need',
    'additional',
    2,
    said(
      'The need is shown by figures of the city.',
      'Le besoin est montré par des chiffres de la ville.',
      'La necesidad se muestra con cifras de la ciudad.',
      'A necessidade é mostrada com números da cidade.',
      'تُبيَّن الحاجة بأرقام من المدينة.',
    ),
  ),
  criterion(
    'lasts',
    'additional',
    3,
    said(
      'What is built goes on after the grant.',
      'Ce qui est créé continue après la subvention.',
      'Lo creado continúa después de la subvención.',
      'O que for criado continua depois da subvenção.',
      'يستمر ما يُنجز بعد انتهاء المنحة.',
    ),
  ),
  criterion(
    'budget-fits',
    'additional',
    2,
    said(
      'The budget fits the work.',
      'Le budget correspond au travail.',
      'El presupuesto corresponde al trabajo.',
      'O orçamento corresponde ao trabalho.',
      'الميزانية مناسبة للعمل.',
    ),
  ),
];

export const exampleCategories: readonly BudgetCategory[] = [
  { key: 'people', isOverhead: false, label: said('People', 'Personnel', 'Personal', 'Pessoal', 'الموظفون') },
  {
    key: 'services',
    isOverhead: false,
    label: said(
      'Services and training',
      'Services et formation',
      'Servicios y formación',
      'Serviços e formação',
      'الخدمات والتدريب',
    ),
  },
  {
    key: 'equipment',
    isOverhead: false,
    label: said(
      'Equipment and rooms',
      'Équipement et locaux',
      'Equipo y locales',
      'Equipamento e espaços',
      'المعدات والأماكن',
    ),
  },
  { key: 'travel', isOverhead: false, label: said('Travel', 'Déplacements', 'Viajes', 'Viagens', 'السفر') },
  {
    key: 'overhead',
    isOverhead: true,
    label: said('Overhead', 'Frais généraux', 'Gastos generales', 'Despesas gerais', 'النفقات العامة'),
  },
];
