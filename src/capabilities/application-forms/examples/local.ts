import { said } from '../rules/in-five.ts';

/** Said of each example, so that nobody takes it for a form of the council. */
export const exampleLead = said(
  'This is an example, made to show what a form can ask. The council’s real forms are not public.',
  'Ceci est un exemple, pour montrer ce qu’un formulaire peut demander. Les vrais formulaires du conseil ne sont pas publics.',
  'Este es un ejemplo, hecho para mostrar qué puede preguntar un formulario. Los formularios reales del consejo no son públicos.',
  'Este é um exemplo, feito para mostrar o que um formulário pode perguntar. Os formulários reais do conselho não são públicos.',
  'هذا مثال يبيّن ما يمكن أن يسأله النموذج. نماذج المجلس الحقيقية ليست منشورة.',
);

export const yesNo = [
  { key: 'yes', label: said('Yes', 'Oui', 'Sí', 'Sim', 'نعم') },
  { key: 'no', label: said('No', 'Non', 'No', 'Não', 'لا') },
] as const;

export const people = said('people', 'personnes', 'personas', 'pessoas', 'شخص');

export const themes = [
  { key: 'housing', label: said('Housing', 'Logement', 'Vivienda', 'Habitação', 'السكن') },
  { key: 'health', label: said('Health', 'Santé', 'Salud', 'Saúde', 'الصحة') },
  { key: 'education', label: said('Education', 'Éducation', 'Educación', 'Educação', 'التعليم') },
  {
    key: 'work',
    label: said(
      'Work and income',
      'Emploi et revenus',
      'Empleo e ingresos',
      'Emprego e rendimentos',
      'العمل والدخل',
    ),
  },
  { key: 'climate', label: said('Climate', 'Climat', 'Clima', 'Clima', 'المناخ') },
  { key: 'protection', label: said('Protection', 'Protection', 'Protección', 'Proteção', 'الحماية') },
] as const;
