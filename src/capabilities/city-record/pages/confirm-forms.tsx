import { SubmitButton } from '../../../design/button.tsx';
import { Form } from '../../../design/form/form.tsx';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Language } from '../../../kernel/language.ts';
import type { FormState } from '../../../platform/forms/form.ts';
import { factLabel } from '../actions/fact-label.ts';
import { words } from '../messages/index.ts';
import { BasisField } from './basis-field.tsx';
import type { Fact } from '../rules/fact.ts';
import { factName } from '../rules/fact-name.ts';
import { isDue } from '../rules/freshness.ts';

interface ConfirmProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly base: string;
  readonly form: FormState;
}

/** Which fact, and as it was seen. */
function seenAs({ kind, item, version }: Fact): string {
  return `${factName(kind, item)} ${version}`;
}

/** All old facts in one press; staff say how they know. */
export function ConfirmAll({
  language,
  href,
  base,
  form,
  facts,
  today,
  asCity,
}: ConfirmProps & {
  readonly facts: readonly Fact[];
  readonly today: CalendarDate;
  readonly asCity: boolean;
}) {
  const t = words(language);
  const old = facts.filter((fact) => isDue(fact, today));
  if (old.length === 0 && form.problems.length === 0) return null;
  return (
    <Form
      id="confirm"
      action={href(`${base}/confirmations`)}
      problems={form.problems}
      answers={form.answers}
      idempotencyKey={form.idempotencyKey}
    >
      {old.map((fact) => (
        <input key={seenAs(fact)} type="hidden" name="facts" value={seenAs(fact)} />
      ))}
      {!asCity && <BasisField language={language} />}
      {old.length > 0 && <SubmitButton>{t('confirm-all', { n: old.length })}</SubmitButton>}
    </Form>
  );
}

export function ConfirmOne({ language, href, base, form, fact }: ConfirmProps & { readonly fact: Fact }) {
  const t = words(language);
  return (
    <form method="post" action={href(`${base}/confirmations`)}>
      <input
        type="hidden"
        name="key"
        value={`${form.idempotencyKey.slice(-12)}-${factName(fact.kind, fact.item)}`
          .replaceAll('.', '-')
          .slice(0, 64)}
      />
      <input type="hidden" name="facts" value={seenAs(fact)} />
      <SubmitButton look="plain">
        {t('still-right')}
        <span class="unseen"> {factLabel(language, fact.kind, fact.item, fact.value)}</span>
      </SubmitButton>
    </form>
  );
}
