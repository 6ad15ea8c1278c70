import { DateText } from '../../../design/date-text.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { QrCode } from '../../../design/qr-code.tsx';
import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import type { HeldCertificate } from '../store/certificates.ts';
import { duration } from './frame.ts';

interface CertificatePaperProps {
  readonly language: Language;
  readonly certificate: HeldCertificate;
  /** Where anyone verifies it. */
  readonly address: string;
}

/** One sheet: who, what, when, and how anyone can check it. */
export function CertificatePaper({ language, certificate, address }: CertificatePaperProps) {
  const t = words(language);
  const { holder, title, minutes, completedOn, number, courseId } = certificate;
  return (
    <article class="flow">
      <PageHead
        kind={t('certificate')}
        title={<bdi>{holder.name}</bdi>}
        lead={t(courseId ? 'has-completed' : 'has-attended')}
      />
      <h2>
        <bdi>{title[language]}</bdi>
      </h2>
      <p>
        <DateText date={completedOn} /> · {duration(language, minutes)}
      </p>
      <p>
        <QrCode text={address} label={t('qr-label')} />
      </p>
      <p>
        {t('certificate-number')}{' '}
        <strong>
          <bdi dir="ltr">{number}</bdi>
        </strong>
      </p>
      <p class="quiet">
        {t('verify-at')} <bdi dir="ltr">{address}</bdi>
      </p>
      <p class="quiet">{t('issued-by')}</p>
    </article>
  );
}
