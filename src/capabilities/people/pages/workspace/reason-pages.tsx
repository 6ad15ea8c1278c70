import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { endRole } from '../../actions/end-role.ts';
import { suspendPerson } from '../../actions/suspend-person.ts';
import { words } from '../../messages/index.ts';
import { getContact } from '../../store/persons.ts';
import { findRole } from '../../store/roles.ts';
import { personOf } from './person-page.tsx';

const schema = z.object({ why: text(500) });

export async function showEnd(visit: Visit): Promise<Response> {
  return await endPage(visit, freshForm(visit.world));
}

export async function receiveEnd(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema,
    act: async ({ why }, once) => {
      await endRole(visit.world, visit.actor, { grantId: grantOf(visit), why }, once);
      return `/workspace/people/${personOf(visit)}`;
    },
    again: (state) => endPage(visit, state),
  });
}

export async function showSuspension(visit: Visit): Promise<Response> {
  return await suspensionPage(visit, freshForm(visit.world));
}

export async function receiveSuspension(visit: Visit): Promise<Response> {
  const personId = personOf(visit);
  return await submitForm(visit, {
    schema,
    act: async ({ why }, once) => {
      await suspendPerson(visit.world, visit.actor, { personId, why }, once);
      return `/workspace/people/${personId}`;
    },
    again: (state) => suspensionPage(visit, state),
  });
}

function grantOf(visit: Visit): string {
  const id = visit.param('grant');
  if (!isUuid(id)) throw notFound();
  return id;
}

async function endPage(visit: Visit, state: FormState): Promise<Response> {
  const t = words(visit.language);
  const role = await reading(visit.world, visit.actor, (tx) => findRole(tx, grantOf(visit)));
  if (!role || role.personId !== personOf(visit)) throw notFound();
  const name = await nameOf(visit);
  const title = t('role-end-of', { role: t(`role.${role.role}`), name });
  return visit.show({
    title,
    body: (
      <ReasonPage visit={visit} title={title} name={name} lead={t('role-end-lead')}>
        <ReasonForm visit={visit} state={state} hint={t('reason-hint')} button={t('role-end')} />
      </ReasonPage>
    ),
  });
}

async function suspensionPage(visit: Visit, state: FormState): Promise<Response> {
  const t = words(visit.language);
  const name = await nameOf(visit);
  const title = `${t('suspend')}: ${name}`;
  return visit.show({
    title,
    body: (
      <ReasonPage visit={visit} title={title} name={name} lead={t('suspend-lead')}>
        <ReasonForm visit={visit} state={state} hint={t('reason-hint')} button={t('suspend')} />
      </ReasonPage>
    ),
  });
}

async function nameOf(visit: Visit): Promise<string> {
  return (await reading(visit.world, visit.actor, (tx) => getContact(tx, personOf(visit)))).name;
}

interface ReasonPageProps {
  readonly visit: Visit;
  readonly title: string;
  readonly name: string;
  readonly lead: string;
  readonly children: ComponentChildren;
}

function ReasonPage({ visit, title, name, lead, children }: ReasonPageProps) {
  const t = words(visit.language);
  const person = { href: visit.href(`/workspace/people/${visit.param('id')}`), label: name };
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/people'), label: t('people') }, person]} />
      <PageHead title={title} lead={lead} />
      {children}
    </>
  );
}

interface ReasonFormProps {
  readonly visit: Visit;
  readonly state: FormState;
  readonly hint: string;
  readonly button: string;
}

/** Posts to the page's own address. */
function ReasonForm({ visit, state, hint, button }: ReasonFormProps) {
  const t = words(visit.language);
  return (
    <Form {...state} action={visit.href(visit.url.pathname)}>
      <TextField name="why" label={t('reason')} hint={hint} />
      <SubmitButton look="danger">{button}</SubmitButton>
    </Form>
  );
}
