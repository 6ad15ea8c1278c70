import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { type Language, languages } from '../../../../kernel/language.ts';
import type { Reason } from '../../../../kernel/refusal.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import type { Bulletin } from '../../store/record.ts';
import type { Frame } from '../frame.ts';
import { Press, Refused } from '../press.tsx';

interface UpdatesPageProps extends Frame {
  readonly form: FormState;
  readonly subscribed: number;
  readonly mayRun: boolean;
  readonly whyNot: (bulletin: Bulletin) => Reason | undefined;
}

/** Updates drafted and sent: written by one, sent by another. */
export function UpdatesPage({ language, href, record, form, subscribed, mayRun, whyNot }: UpdatesPageProps) {
  const t = words(language);
  const at = href(`/workspace/emergencies/${record.id}`);
  const write = mayRun && <ButtonLink href={`${at}/updates/new`}>{t('write-update')}</ButtonLink>;
  return (
    <>
      <Breadcrumb crumbs={[{ href: at, label: wordingFor(record.wordings, language).title }]} />
      <Refused language={language} form={form} />
      <PageHead title={t('updates')} lead={t('updates-lead', { n: subscribed })} next={write} />
      {record.bulletins.length === 0 && (
        <EmptyState title={t('no-updates')}>{t('no-updates-why')}</EmptyState>
      )}
      {record.bulletins.map((bulletin) => (
        <section key={bulletin.id}>
          {languages.map((one) => (
            <Text key={one} bulletin={bulletin} language={one} />
          ))}
          {bulletin.sentAt ? (
            <p>
              <Tag tone="done">{t('sent')}</Tag> <InstantText at={new Date(bulletin.sentAt)} />
            </p>
          ) : (
            <>
              <p>
                <Tag tone="waiting">{t('draft')}</Tag>
              </p>
              <Sending {...{ language, form, bulletin }} at={at} reason={whyNot(bulletin)} n={subscribed} />
            </>
          )}
        </section>
      ))}
    </>
  );
}

function Text({ bulletin, language }: { bulletin: Bulletin; language: Language }) {
  const text = bulletin.texts[language];
  if (!text) return null;
  return (
    <div lang={language} dir="auto">
      <h2>{text.subject}</h2>
      <p>{text.body}</p>
    </div>
  );
}

interface SendingProps {
  readonly language: Language;
  readonly form: FormState;
  readonly bulletin: Bulletin;
  readonly at: string;
  readonly reason: Reason | undefined;
  readonly n: number;
}

function Sending({ language, form, bulletin, at, reason, n }: SendingProps) {
  if (reason) return <p class="quiet">{explain(language, reason)}</p>;
  return (
    <Press action={`${at}/updates/${bulletin.id}/sending`} form={form} version={bulletin.version} look="main">
      {words(language)('send-update', { n })}
    </Press>
  );
}

/** The reader's language first; the others stand folded below. */
export function NewUpdatePage({ language, href, record, form }: Frame & { readonly form: FormState }) {
  const t = words(language);
  const at = href(`/workspace/emergencies/${record.id}/updates`);
  const others = languages.filter((one) => one !== language);
  const said = others.filter((one) => form.answers[`subject-${one}`] || form.answers[`body-${one}`]);
  return (
    <>
      <Breadcrumb crumbs={[{ href: at, label: t('updates') }]} />
      <PageHead title={t('write-update')} lead={t('write-update-lead')} />
      <Form action={at} problems={form.problems} answers={form.answers} idempotencyKey={form.idempotencyKey}>
        <UpdateFields of={language} language={language} />
        <details open={said.length > 0}>
          <summary>{t('other-languages')}</summary>
          {others.map((one) => (
            <UpdateFields key={one} of={one} language={language} />
          ))}
        </details>
        <SubmitButton>{t('save-update')}</SubmitButton>
      </Form>
    </>
  );
}

function UpdateFields({ of, language }: { of: Language; language: Language }) {
  const t = words(language);
  const name = languageName(language, of);
  return (
    <>
      <TextField
        name={`subject-${of}`}
        label={t('subject-in', { language: name })}
        lang={of}
        maxLength={150}
        optional
      />
      <TextareaField
        name={`body-${of}`}
        label={t('text-in', { language: name })}
        lang={of}
        rows={6}
        optional
      />
    </>
  );
}
