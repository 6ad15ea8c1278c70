import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { useLanguage } from '../../../../design/language-context.ts';
import { words } from '../../messages/index.ts';
import { questionKinds } from '../../rules/questions.ts';

/** What kind of answer a new question asks for; it stays so, for answers are kept by it. */
export function KindChoice({ action, section }: { action: string; section: string }) {
  const t = words(useLanguage());
  return (
    <Form method="get" action={action}>
      <input type="hidden" name="section" value={section} />
      <RadiosField
        name="kind"
        label={t('question-kind')}
        choices={questionKinds.map((value) => ({
          value,
          label: t(`kind.${value}`),
          hint: t(`kind-hint.${value}`),
        }))}
        initial="text"
      />
      <SubmitButton>{t('go-on')}</SubmitButton>
    </Form>
  );
}
