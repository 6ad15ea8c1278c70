import { ButtonLink } from '../../../design/button.tsx';
import { Notice } from '../../../design/notice.tsx';
import type { FormState } from '../../../platform/forms/form.ts';
import { words } from '../messages/index.ts';
import type { HeldCertificate } from '../store/certificates.ts';
import { ButtonForm } from './button-form.tsx';
import type { Frame } from './frame.ts';

interface CertificateOfferProps extends Frame {
  readonly base: string;
  readonly certificate: HeldCertificate;
  readonly form: FormState;
}

/** The holder's side of a certificate: print it, keep the proof, show or hide the name. */
export function CertificateOffer({ language, href, base, certificate, form }: CertificateOfferProps) {
  const t = words(language);
  const { number, shownName, revokedAt, revokedWhy } = certificate;
  return (
    <section id="certificate">
      <h2>{t('your-certificate')}</h2>
      {revokedAt ? (
        <Notice tone="stopped" title={t('revoked')}>
          {revokedWhy ?? ''}
        </Notice>
      ) : (
        <>
          <p>
            {t('certificate-number')} <bdi dir="ltr">{number}</bdi>
          </p>
          <div class="next-step">
            <ButtonLink look="main" href={href(`${base}/certificate`)}>
              {t('print-certificate')}
            </ButtonLink>
            <ButtonLink href={href(`${base}/certificate.json`)}>{t('keep-proof')}</ButtonLink>
            <ButtonLink href={href(`/certificates/${number}`)}>{t('what-others-see')}</ButtonLink>
          </div>
          <p>{t(shownName ? 'name-shown' : 'name-hidden')}</p>
          <ButtonForm
            action={href(`${base}/name`)}
            idempotencyKey={form.idempotencyKey}
            also={{ shown: shownName ? 'no' : 'yes' }}
          >
            {t(shownName ? 'hide-name' : 'show-name')}
          </ButtonForm>
        </>
      )}
    </section>
  );
}
