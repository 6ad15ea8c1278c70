import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import type { RecordedAct } from '../../../../platform/audit/act.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import type { LockedSeat } from '../../store/seats.ts';
import { ActsOfSeat } from './acts-of-seat.tsx';
import { EndingFields, HoldingFields, SourceFields } from './seat-fields.tsx';

export interface SeatPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly seat: LockedSeat;
  /** What the seat says, as the form writes it. */
  readonly said: Readonly<Record<string, string>>;
  readonly acts: readonly RecordedAct[];
  readonly form: FormState;
  /** The form that was sent and has problems. */
  readonly sent: 'end' | 'correction' | undefined;
  readonly mayChange: boolean;
}

/** A seat for those who keep the record: end it, correct it, and see who did what to it. */
export function SeatPage(props: SeatPageProps) {
  const { language, href, seat } = props;
  const t = words(language);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href('/workspace/governance/bodies'), label: t('bodies') },
          { href: href(`/workspace/governance/bodies/${seat.bodySlug}`), label: t('body') },
        ]}
      />
      <PageHead kind={t('seat')} title={[seat.cityName, seat.personName].filter(Boolean).join(', ')} />
      {props.form.stale && <StaleText {...props} current={props.form.stale.current} />}
      {!props.mayChange && <Notice>{t('only-keepers')}</Notice>}
      {props.mayChange && !seat.tenure.to && <EndForm {...props} />}
      {props.mayChange && <CorrectionForm {...props} />}
      <section>
        <h2>{t('what-was-done')}</h2>
        <ActsOfSeat acts={props.acts} language={language} />
      </section>
    </>
  );
}

function EndForm({ language, href, seat, form, sent }: SeatPageProps) {
  const t = words(language);
  const mine = sent === 'end';
  return (
    <section>
      <h2>{t('end-seat')}</h2>
      <Form
        id="end"
        action={href(`/workspace/governance/seats/${seat.id}/end`)}
        problems={mine ? form.problems : []}
        answers={mine ? form.answers : {}}
        idempotencyKey={`${form.idempotencyKey}-e`}
        version={seat.version}
      >
        <EndingFields />
        <SourceFields withReason />
        <SubmitButton>{t('record-end')}</SubmitButton>
      </Form>
    </section>
  );
}

function CorrectionForm({ language, href, seat, said, form, sent }: SeatPageProps) {
  const t = words(language);
  const mine = sent === 'correction';
  return (
    <section>
      <h2>{t('correct-seat')}</h2>
      <p>{t('correct-seat-lead')}</p>
      <Form
        id="correct"
        action={href(`/workspace/governance/seats/${seat.id}/correction`)}
        problems={mine ? form.problems : []}
        answers={mine ? form.answers : {}}
        idempotencyKey={`${form.idempotencyKey}-c`}
        version={seat.version}
      >
        <HoldingFields initial={said} />
        <EndingFields initial={said} optional />
        <SourceFields withReason />
        <SubmitButton>{t('record-correction')}</SubmitButton>
      </Form>
    </section>
  );
}

const shownWhenStale = ['personName', 'role', 'from', 'to', 'lastListed'] as const;

/** Both texts: what the record says now; what was typed stands in the form below. */
function StaleText({ language, current }: SeatPageProps & { current: Readonly<Record<string, string>> }) {
  const t = words(language);
  const facts = shownWhenStale.map((name) => ({ label: t(`field-${name}`), value: current[name] || '–' }));
  return (
    <Notice tone="signal" title={t('says-now')}>
      <FactList facts={facts} stacked />
    </Notice>
  );
}
