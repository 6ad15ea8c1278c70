import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { ErrorSummary } from '../../../../design/form/error-summary.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { words } from '../../messages/index.ts';
import { canMove, plainMoves } from '../../rules/stages.ts';
import { ThreadView } from '../thread-view.tsx';
import { ActsOfCase } from './acts-of-case.tsx';
import { ApartMessages } from './apart-messages.tsx';
import { CaseHead, CaseNotices } from './case-head.tsx';
import { PartnersOfCase } from './partners-of-case.tsx';
import { type CasePageProps, formOf, versionOf } from './case-forms.ts';
import { ReplyForm } from './reply-form.tsx';

/** A case for the desk: what was said, and what can be done next. */
export function CasePage(props: CasePageProps) {
  const { language, href, record, mayWork } = props;
  const t = words(language);
  const references = new Map([record.shown, ...record.merged].map(({ id, reference }) => [id, reference]));
  return (
    <>
      <CaseHead {...props} />
      <CaseNotices {...props} />
      {props.sent === 'move' && <ErrorSummary problems={props.form.problems} formId="move" />}
      {mayWork && <Steps {...props} />}
      <ThreadView
        language={language}
        messages={record.messages}
        notes={record.notes}
        fileHref={(id) => href(`/workspace/support/files/${id}`)}
        {...(record.merged.length > 0 ? { references } : {})}
      />
      <ApartMessages {...props} />
      {mayWork && <ReplyForm {...props} />}
      {mayWork && <NoteForm {...props} />}
      {mayWork && !record.shown.verifiedHow && record.city && <VerificationForm {...props} />}
      <PartnersOfCase {...props} />
      <section>
        <h2>{t('what-was-done')}</h2>
        <ActsOfCase language={language} acts={record.acts} />
      </section>
    </>
  );
}

function Steps(props: CasePageProps) {
  const { language, href, record } = props;
  const t = words(language);
  const { shown } = record;
  const path = `/workspace/support/cases/${shown.id}`;
  const possible = plainMoves.filter((move) => canMove(shown.stage, move, 'desk'));
  return (
    <div>
      <ButtonLink href={href(`${path}/triage`)}>{t('triage')}</ButtonLink>{' '}
      <ButtonLink href={href(`${path}/partner`)}>{t('ask-partner')}</ButtonLink>{' '}
      {canMove(shown.stage, 'merge', 'desk') && (
        <ButtonLink href={href(`${path}/merge`)}>{t('merge')}</ButtonLink>
      )}{' '}
      {canMove(shown.stage, 'resolve', 'desk') && (
        <ButtonLink look="main" href={href(`${path}/outcome`)}>
          {t('resolve')}
        </ButtonLink>
      )}
      {possible.map((move) => (
        <Form
          key={move}
          id={`move-${move}`}
          action={href(`${path}/stage`)}
          idempotencyKey={`${props.form.idempotencyKey}-${move}`}
          version={versionOf(props)}
        >
          <input type="hidden" name="move" value={move} />
          <SubmitButton look={move === 'set-aside' ? 'danger' : 'plain'}>{t(`move.${move}`)}</SubmitButton>
        </Form>
      ))}
    </div>
  );
}

function NoteForm(props: CasePageProps) {
  const t = words(props.language);
  return (
    <section>
      <h2>{t('add-note')}</h2>
      <Form
        action={props.href(`/workspace/support/cases/${props.record.shown.id}/notes`)}
        {...formOf(props, 'note')}
      >
        <TextareaField name="body" label={t('note')} hint={t('note-hint')} rows={3} />
        <SubmitButton look="plain">{t('keep-note')}</SubmitButton>
      </Form>
    </section>
  );
}

function VerificationForm(props: CasePageProps) {
  const t = words(props.language);
  return (
    <section>
      <h2>{t('verify')}</h2>
      <Notice>{t('verify-why')}</Notice>
      <Form
        action={props.href(`/workspace/support/cases/${props.record.shown.id}/verification`)}
        {...formOf(props, 'verification')}
        version={versionOf(props)}
      >
        <TextField name="how" label={t('verify-how')} hint={t('verify-how-hint')} />
        <SubmitButton look="plain">{t('verify-send')}</SubmitButton>
      </Form>
    </section>
  );
}
