import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { roleName } from '../../../people/index.ts';
import { endMandate, keepMandate } from '../../actions/end-mandate.ts';
import { words } from '../../messages/index.ts';
import { findMandate } from '../../store/grants.ts';
import { reasonAnswers } from '../answers.ts';

type Settling = 'ending' | 'keeping';

/** Ends somebody's mandate, or says that a report was mistaken: both with a reason. */
export function showSettling(how: Settling) {
  return async (visit: Visit) => await settlingPage(visit, how, freshForm(visit.world));
}

export function sendSettling(how: Settling) {
  return async (visit: Visit) => {
    const held = await mandateOf(visit);
    return await submitForm(visit, {
      schema: reasonAnswers,
      act: async ({ why }, once) => {
        const settle = how === 'ending' ? endMandate : keepMandate;
        await settle(visit.world, visit.actor, { grantId: held.grantId, why }, once);
        return `/workspace/mandates/cities/${held.cityId}`;
      },
      again: (state) => settlingPage(visit, how, state),
    });
  };
}

async function mandateOf(visit: Visit) {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  const held = await reading(visit.world, visit.actor, (tx) =>
    findMandate(tx, id, dayInUtc(visit.world.now())),
  );
  if (!held) throw notFound();
  return held;
}

async function settlingPage(visit: Visit, how: Settling, form: FormState): Promise<Response> {
  const held = await mandateOf(visit);
  const t = words(visit.language);
  const title = t(how === 'ending' ? 'ending-of' : 'keeping-of', { name: held.name });
  const body = (
    <>
      <Breadcrumb
        crumbs={[{ href: visit.href(`/workspace/mandates/cities/${held.cityId}`), label: t('mandates') }]}
      />
      <PageHead kind={roleName(visit.language, held.role)} title={title} lead={t(`${how}-lead`)} />
      <Form action={visit.href(`/workspace/mandates/grants/${held.grantId}/${how}`)} {...form}>
        <TextareaField name="why" label={t(`${how}-why`)} hint={t('settling-hint')} rows={3} />
        <SubmitButton look={how === 'ending' ? 'danger' : 'main'}>
          {t(how === 'ending' ? 'end-mandate' : 'keep-mandate')}
        </SubmitButton>
      </Form>
    </>
  );
  return visit.show({ title, body });
}
