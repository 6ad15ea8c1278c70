import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { languages } from '../../../../kernel/language.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatInstant, languageName } from '../../../../platform/languages/format.ts';
import type { MandateHolder } from '../../../mandates/index.ts';
import type { OpenApplication } from '../../actions/open-application.ts';
import { words } from '../../messages/index.ts';
import { participantRoles } from '../../rules/application.ts';
import type { Invitation } from '../../store/invitations.ts';
import type { Door } from './door.ts';

interface PeoplePageProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly open: OpenApplication;
  readonly holders: readonly MandateHolder[];
  readonly invitations: readonly Invitation[];
  readonly add: FormState;
  readonly invite: FormState;
}

/** Who works on it: colleagues with a mandate take a part, others help through a mailed link. */
export function PeoplePage({ visit, door, open, holders, invitations, add, invite }: PeoplePageProps) {
  const t = words(visit.language);
  const to = (path: string) => visit.href(`${door.base}/${path}`);
  const colleagues = [...new Map(holders.map((one) => [one.personId, one.name]))];
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(door.base), label: open.window.name[visit.language] }]} />
      <PageHead title={t('people')} lead={t('people-lead')} />
      <ul>
        {open.participants.map((one) => (
          <li key={one.id}>
            <Form action={to('people/end')} idempotencyKey={visit.world.newId()} id={`end-${one.id}`} aside>
              <bdi>{one.name}</bdi>: {t(`role.${one.role}`)} {!one.hasMandate && `(${t('mandate-over')}) `}
              <input type="hidden" name="participant" value={one.id} />
              <SubmitButton look="plain">
                {one.personId === visit.actor.personId ? t('leave') : t('take-off', { name: one.name })}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <section>
        <h2>{t('add-colleague')}</h2>
        <Form
          action={to('people')}
          idempotencyKey={add.idempotencyKey}
          problems={add.problems}
          answers={add.answers}
          id="add"
        >
          <SelectField
            name="person"
            label={t('colleague')}
            hint={t('colleague-hint')}
            choices={colleagues.map(([value, label]) => ({ value, label }))}
            none={t('choose')}
          />
          <SelectField
            name="role"
            label={t('as-what')}
            choices={participantRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            none={t('choose')}
          />
          <SubmitButton>{t('add')}</SubmitButton>
        </Form>
      </section>
      <section>
        <h2>{t('invite-by-mail')}</h2>
        <p>{t('invite-hint')}</p>
        <Form
          action={to('invitations')}
          idempotencyKey={invite.idempotencyKey}
          problems={invite.problems}
          answers={invite.answers}
          id="invite"
          aside
        >
          <TextField name="name" label={t('their-name')} />
          <TextField name="email" label={t('their-email')} type="email" />
          <SelectField
            name="language"
            label={t('their-language')}
            choices={languages.map((value) => ({ value, label: languageName(visit.language, value) }))}
          />
          <SubmitButton>{t('send-invitation')}</SubmitButton>
        </Form>
        {invitations.map((sent) => (
          <Form
            key={sent.id}
            action={to('invitations/end')}
            idempotencyKey={visit.world.newId()}
            id={`link-${sent.id}`}
            aside
          >
            <p>
              <bdi>{sent.name}</bdi>, <bdi>{sent.email}</bdi>.{' '}
              {t('link-until', { at: formatInstant(visit.language, sent.expiresAt) })}
            </p>
            <input type="hidden" name="invitation" value={sent.id} />
            <SubmitButton look="danger">{t('close-link')}</SubmitButton>
          </Form>
        ))}
      </section>
    </>
  );
}
