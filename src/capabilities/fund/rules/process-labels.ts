import type { LocalText } from '../../../kernel/local-text.ts';
import type { ApplicationState, MoveKey } from './process.ts';

function said(en: string, fr: string, es: string, pt: string, ar: string): LocalText {
  return { en, fr, es, pt, ar };
}

/** Staff read where a file lies; a city reads what it means for the city. */
export const stateLabels: Readonly<Record<ApplicationState, Record<'staff' | 'applicant', LocalText>>> = {
  draft: {
    staff: said('Draft', 'Brouillon', 'Borrador', 'Rascunho', 'مسودة'),
    applicant: said(
      'You are writing it',
      'Vous la rédigez',
      'La está redactando',
      'Está a redigi-la',
      'أنتم تكتبونه الآن',
    ),
  },
  submitted: {
    staff: said('Received', 'Reçue', 'Recibida', 'Recebida', 'مُستلم'),
    applicant: said('Received', 'Reçue', 'Recibida', 'Recebida', 'استلمناه'),
  },
  screening: {
    staff: said(
      'Eligibility check',
      'Contrôle d’éligibilité',
      'Control de elegibilidad',
      'Verificação da elegibilidade',
      'فحص الأهلية',
    ),
    applicant: said(
      'We are checking whether your city can apply',
      'Nous vérifions si votre ville peut candidater',
      'Comprobamos si su ciudad puede solicitar',
      'Verificamos se a sua cidade pode concorrer',
      'نتحقق مما إذا كان يمكن لمدينتكم التقدم',
    ),
  },
  eligible: {
    staff: said('Eligible', 'Éligible', 'Elegible', 'Elegível', 'مؤهل'),
    applicant: said(
      'Your city can apply: next comes the review',
      'Votre ville peut candidater : l’examen vient ensuite',
      'Su ciudad puede solicitar: ahora viene la evaluación',
      'A sua cidade pode concorrer: segue-se a avaliação',
      'يمكن لمدينتكم التقدم: تليه المراجعة',
    ),
  },
  ineligible: {
    staff: said('Not eligible', 'Non éligible', 'No elegible', 'Não elegível', 'غير مؤهل'),
    applicant: said(
      'Your city cannot apply in this window',
      'Votre ville ne peut pas candidater dans ce volet',
      'Su ciudad no puede solicitar en esta ventana',
      'A sua cidade não pode concorrer nesta janela',
      'لا يمكن لمدينتكم التقدم في هذه النافذة',
    ),
  },
  'in-review': {
    staff: said('In review', 'En examen', 'En evaluación', 'Em avaliação', 'قيد المراجعة'),
    applicant: said(
      'Reviewers are reading it',
      'Des évaluateurs la lisent',
      'La leen los evaluadores',
      'Os avaliadores estão a lê-la',
      'يقرؤه المراجعون',
    ),
  },
  invited: {
    staff: said(
      'Invited to the next stage',
      'Invitée à l’étape suivante',
      'Invitada a la etapa siguiente',
      'Convidada para a etapa seguinte',
      'مدعو إلى المرحلة التالية',
    ),
    applicant: said(
      'You are invited to the next stage',
      'Vous êtes invités à l’étape suivante',
      'Su ciudad está invitada a la etapa siguiente',
      'A sua cidade está convidada para a etapa seguinte',
      'أنتم مدعوون إلى المرحلة التالية',
    ),
  },
  reserve: {
    staff: said('Reserve', 'Réserve', 'Reserva', 'Reserva', 'احتياط'),
    applicant: said(
      'On the reserve list: a place may still come free',
      'Sur la liste de réserve : une place peut encore se libérer',
      'En la lista de reserva: aún puede quedar un lugar libre',
      'Na lista de reserva: ainda pode ficar livre um lugar',
      'في قائمة الاحتياط: قد يتوفر مكان بعد',
    ),
  },
  selected: {
    staff: said('Selected', 'Retenue', 'Seleccionada', 'Selecionada', 'مختار'),
    applicant: said(
      'Your city was selected',
      'Votre ville a été retenue',
      'Su ciudad fue seleccionada',
      'A sua cidade foi selecionada',
      'اختيرت مدينتكم',
    ),
  },
  'not-selected': {
    staff: said('Not selected', 'Non retenue', 'No seleccionada', 'Não selecionada', 'غير مختار'),
    applicant: said(
      'Not selected this time: read the comments on it',
      'Non retenue cette fois : lisez les commentaires',
      'No seleccionada esta vez: lea los comentarios',
      'Não selecionada desta vez: leia os comentários',
      'لم يُختر هذه المرة: اقرأوا الملاحظات',
    ),
  },
  lapsed: {
    staff: said(
      'Not sent in time',
      'Pas envoyée à temps',
      'No enviada a tiempo',
      'Não enviada a tempo',
      'لم يُرسل في الوقت المحدد',
    ),
    applicant: said(
      'It was not sent before the stage closed',
      'Elle n’a pas été envoyée avant la clôture de l’étape',
      'No se envió antes del cierre de la etapa',
      'Não foi enviada antes do encerramento da etapa',
      'لم يُرسل قبل إغلاق المرحلة',
    ),
  },
  withdrawn: {
    staff: said('Withdrawn', 'Retirée', 'Retirada', 'Retirada', 'مسحوب'),
    applicant: said(
      'You withdrew it',
      'Vous l’avez retirée',
      'Su ciudad la retiró',
      'A sua cidade retirou-a',
      'سحبتموه',
    ),
  },
};

/** What is written on the button. */
export const moveLabels: Readonly<Record<MoveKey, LocalText>> = {
  'sign-and-send': said(
    'Sign and send',
    'Signer et envoyer',
    'Firmar y enviar',
    'Assinar e enviar',
    'وقّع وأرسل',
  ),
  'take-back': said(
    'Take it back to change it',
    'La reprendre pour la modifier',
    'Recuperarla para cambiarla',
    'Retomá-la para a alterar',
    'استرجعه لتعديله',
  ),
  lapse: said(
    'Close what was not sent',
    'Clore ce qui n’a pas été envoyé',
    'Cerrar lo no enviado',
    'Encerrar o que não foi enviado',
    'أغلق ما لم يُرسل',
  ),
  'begin-screening': said(
    'Check eligibility',
    'Vérifier l’éligibilité',
    'Comprobar la elegibilidad',
    'Verificar a elegibilidade',
    'افحص الأهلية',
  ),
  'find-eligible': said(
    'Confirm that it is eligible',
    'Confirmer qu’elle est éligible',
    'Confirmar que es elegible',
    'Confirmar que é elegível',
    'أكّد أهليته',
  ),
  'find-ineligible': said(
    'Say that it is not eligible',
    'Déclarer non éligible',
    'Declararla no elegible',
    'Declarar não elegível',
    'قرر عدم أهليته',
  ),
  'admit-after-all': said(
    'Admit it after all',
    'L’admettre finalement',
    'Admitirla finalmente',
    'Admiti-la afinal',
    'اقبله في النهاية',
  ),
  'send-to-review': said(
    'Send it to reviewers',
    'L’envoyer aux évaluateurs',
    'Enviarla a los evaluadores',
    'Enviá-la aos avaliadores',
    'أرسله إلى المراجعين',
  ),
  invite: said(
    'Invite to the next stage',
    'Inviter à l’étape suivante',
    'Invitar a la etapa siguiente',
    'Convidar para a etapa seguinte',
    'ادعُ إلى المرحلة التالية',
  ),
  'take-up': said(
    'Begin the next stage',
    'Commencer l’étape suivante',
    'Empezar la etapa siguiente',
    'Começar a etapa seguinte',
    'ابدأ المرحلة التالية',
  ),
  'put-in-reserve': said(
    'Put on the reserve list',
    'Mettre sur la liste de réserve',
    'Poner en la lista de reserva',
    'Pôr na lista de reserva',
    'ضعه في قائمة الاحتياط',
  ),
  select: said('Select', 'Retenir', 'Seleccionar', 'Selecionar', 'اختر'),
  'not-select': said('Do not select', 'Ne pas retenir', 'No seleccionar', 'Não selecionar', 'لا تختر'),
  withdraw: said('Withdraw', 'Retirer', 'Retirar', 'Retirar', 'اسحب'),
};
