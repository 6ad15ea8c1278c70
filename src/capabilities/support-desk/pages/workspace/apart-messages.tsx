import { SubmitButton } from '../../../../design/button.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { words } from '../../messages/index.ts';
import { MessageBody } from '../thread-view.tsx';
import { type CasePageProps, formOf } from './case-forms.ts';

/** What came from addresses nobody of the case is known by: the city does not see it until somebody here lets it in. */
export function ApartMessages(props: CasePageProps) {
  const { language, href, record, mayWork } = props;
  const t = words(language);
  const apart = record.messages.filter(({ keptApart }) => keptApart);
  if (apart.length === 0) return null;
  return (
    <section>
      <h2>{t('kept-apart')}</h2>
      <p>{t('kept-apart-why')}</p>
      {apart.map((message) => (
        <Notice key={message.id} tone="signal" title={`${message.fromName} <${message.fromAddress ?? ''}>`}>
          <p class="quiet">
            <InstantText at={message.at} />
          </p>
          <MessageBody language={language} message={message} />
          {mayWork && (
            <Form
              action={href(`/workspace/support/cases/${record.shown.id}/admissions`)}
              {...formOf(props, 'admission')}
              id={`a${message.id.slice(-8)}`}
              idempotencyKey={`${props.form.idempotencyKey}-${message.id.slice(-8)}`}
            >
              <input type="hidden" name="message" value={message.id} />
              <SubmitButton look="plain">{t('admit')}</SubmitButton>
            </Form>
          )}
        </Notice>
      ))}
    </section>
  );
}
