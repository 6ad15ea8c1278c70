import { ButtonLink, SubmitButton } from '../../../design/button.tsx';
import { DateText, InstantText } from '../../../design/date-text.tsx';
import type { Fact } from '../../../design/fact-list.tsx';
import { FactList } from '../../../design/fact-list.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Tag } from '../../../design/tag.tsx';
import type { Language } from '../../../kernel/language.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { roleName } from '../../people/index.ts';
import { words } from '../messages/index.ts';
import { isOpen, type MandateRequest, type Stage } from '../rules/request.ts';
import type { Paper } from '../store/papers.ts';
import { PapersField } from './mandate-fields.tsx';

export function stageTone(stage: Stage): 'waiting' | 'signal' | 'done' | 'stopped' | 'neutral' {
  if (stage === 'waiting') return 'waiting';
  if (stage === 'more-asked' || stage === 'unproven') return 'signal';
  if (stage === 'verified') return 'done';
  return stage === 'refused' ? 'stopped' : 'neutral';
}

export function StageTag({ language, stage }: { language: Language; stage: Stage }) {
  return <Tag tone={stageTone(stage)}>{words(language)(`stage.${stage}`)}</Tag>;
}

/** What was asked, for whoever asked. */
export function requestFacts(language: Language, request: MandateRequest, city: string): Fact[] {
  const t = words(language);
  return [
    { label: t('city'), value: <bdi>{city}</bdi> },
    { label: t('role'), value: roleName(language, request.role) },
    { label: t('from'), value: <DateText date={request.from} /> },
    { label: t('until'), value: <DateText date={request.to} /> },
    { label: t('document-is'), value: t(`document.${request.documentKind}`) },
    { label: t('asked-at'), value: <InstantText at={request.askedAt} /> },
  ];
}

interface RequestViewProps {
  readonly language: Language;
  readonly request: MandateRequest;
  readonly papers: readonly Paper[];
  readonly city: string;
  readonly form: FormState;
  /** The page's own address; what comes to be is named below it. */
  readonly at: string;
  readonly signIn: string;
}

/** A request as whoever asked sees it: where it stands, what comes next, and what they can do. */
export function RequestView(props: RequestViewProps) {
  const { language, request, papers, city } = props;
  const t = words(language);
  return (
    <>
      <NextStep {...props} />
      <section>
        <h2>{t('what-you-asked')}</h2>
        <FactList stacked facts={requestFacts(language, request, city)} />
        <p>
          {t('papers')}: <bdi>{papers.map(({ name }) => name).join(', ') || t('none')}</bdi>
        </p>
      </section>
      {(isOpen(request) || request.stage === 'unproven') && <Withdrawal {...props} />}
    </>
  );
}

function NextStep({ language, request, form, at, signIn }: RequestViewProps) {
  const t = words(language);
  if (request.stage === 'unproven')
    return (
      <Form action={`${at}/proof`} idempotencyKey={form.idempotencyKey} problems={form.problems}>
        <p>{t('prove-lead')}</p>
        <SubmitButton>{t('prove')}</SubmitButton>
      </Form>
    );
  if (request.stage === 'more-asked')
    return (
      <>
        <Notice tone="signal" title={t('more-asked')}>
          <p>
            <bdi>{request.moreAsked}</bdi>
          </p>
        </Notice>
        <Form action={`${at}/answers`} {...form} files>
          <TextareaField name="more" label={t('your-answer')} rows={5} />
          <PapersField language={language} optional />
          <SubmitButton>{t('send-answer')}</SubmitButton>
        </Form>
        {request.kind === 'own' && !request.personId && (
          <Form action={`${at}/repetition`} idempotencyKey={`${form.idempotencyKey}-r`} id="again" aside>
            <p>{t('ask-again-lead')}</p>
            <SubmitButton look="plain">{t('ask-again')}</SubmitButton>
          </Form>
        )}
      </>
    );
  if (request.stage === 'verified')
    return (
      <Notice tone="done" title={t('stage.verified')}>
        <p>{t('verified-next')}</p>
        <p>
          <ButtonLink look="main" href={signIn}>
            {t('go-sign-in')}
          </ButtonLink>
        </p>
      </Notice>
    );
  return (
    <Notice tone={request.stage === 'refused' ? 'stopped' : 'neutral'} title={t(`stage.${request.stage}`)}>
      {request.decidedWhy && (
        <p>
          <bdi>{request.decidedWhy}</bdi>
        </p>
      )}
      <p>{t(`next.${request.stage}`)}</p>
    </Notice>
  );
}

function Withdrawal({ language, form, at }: RequestViewProps) {
  const t = words(language);
  return (
    <section>
      <h2>{t('not-needed')}</h2>
      <Form action={`${at}/withdrawal`} idempotencyKey={`${form.idempotencyKey}-w`} id="withdraw" aside>
        <p>{t('withdraw-lead')}</p>
        <SubmitButton look="danger">{t('withdraw')}</SubmitButton>
      </Form>
    </section>
  );
}
