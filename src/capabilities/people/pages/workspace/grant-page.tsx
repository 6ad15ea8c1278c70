import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../../design/city-picker.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { type Choice, SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type Role, roles } from '../../../../kernel/actor.ts';
import { type CalendarDate, dayInUtc } from '../../../../kernel/calendar-date.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import {
  choice,
  date,
  optionalDate,
  optionalId,
  optionalText,
  text,
  wrong,
} from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, readForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { grantRole } from '../../actions/grant-role.ts';
import { words } from '../../messages/index.ts';
import { isCityRole, isOrganisationRole } from '../../permissions.ts';
import { listOrganisations } from '../../store/organisations.ts';
import { getContact } from '../../store/persons.ts';
import type { CityLookup } from './cities.ts';
import { personOf } from './person-page.tsx';

const fields = z.object({
  role: choice(roles),
  city: optionalId(),
  citySearch: optionalText(100),
  organisation: optionalId(),
  from: date(),
  to: optionalDate(),
  basis: text(500),
});

const schema = fields.superRefine(({ role, city, organisation, from, to }, context) => {
  if (isCityRole(role) !== (city !== null)) wrong(context, 'people:role-needs-city', {}, ['city']);
  if (isOrganisationRole(role) !== (organisation !== null))
    wrong(context, 'people:role-needs-organisation', {}, ['organisation']);
  if (to && to < from) wrong(context, 'people:ends-before-it-begins', {}, ['to']);
});

export async function showGrant(visit: Visit, cities: CityLookup): Promise<Response> {
  const answers = { role: visit.query('role'), city: visit.query('city') };
  return await grantPage(visit, cities, freshForm(visit.world, answers));
}

/** The search button beside the city: the page again, with what was found. */
export async function searchCity(visit: Visit, cities: CityLookup): Promise<Response> {
  const { state } = await readForm(visit, z.object({}));
  const typed = (state.answers['citySearch'] ?? '').trim().slice(0, 100);
  const found = await reading(visit.world, visit.actor, (tx) => cities.search(tx, typed, visit.language));
  return await grantPage(visit, cities, state, found);
}

export async function receiveGrant(visit: Visit, cities: CityLookup): Promise<Response> {
  const personId = personOf(visit);
  return await submitForm(visit, {
    schema,
    act: async ({ role, city, organisation, from, to, basis }, once) => {
      const wanted = { personId, role, cityId: city, organisationId: organisation, from, to, basis };
      await grantRole(visit.world, visit.actor, wanted, once);
      return `/workspace/people/${personId}`;
    },
    again: (state) => grantPage(visit, cities, state),
  });
}

async function grantPage(
  visit: Visit,
  cities: CityLookup,
  state: FormState,
  found?: readonly CityOption[],
): Promise<Response> {
  const personId = personOf(visit);
  const t = words(visit.language);
  const cityId = state.answers['city'];
  const seen = await reading(visit.world, visit.actor, async (tx) => ({
    name: (await getContact(tx, personId)).name,
    organisations: await listOrganisations(tx, { limit: 500, offset: 0 }),
    chosen: cityId ? (await cities.list(tx, [cityId], visit.language))[0] : undefined,
  }));
  const path = `/workspace/people/${personId}`;
  return visit.show({
    title: t('role-grant'),
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href('/workspace/people'), label: t('people') },
            { href: visit.href(path), label: seen.name },
          ]}
        />
        <PageHead title={t('role-grant')} kind={seen.name} lead={t('role-grant-lead')} />
        <Form {...state} action={visit.href(`${path}/roles`)}>
          <GrantFields
            visit={visit}
            today={dayInUtc(visit.world.now())}
            searchAction={visit.href(`${path}/roles/new`)}
            organisations={seen.organisations.map(({ id, name }) => ({
              value: id,
              label: name[visit.language],
            }))}
            {...{ chosen: seen.chosen, found }}
          />
          <SubmitButton>{t('role-grant')}</SubmitButton>
        </Form>
      </>
    ),
  });
}

interface GrantFieldsProps {
  readonly visit: Visit;
  readonly today: CalendarDate;
  readonly searchAction: string;
  readonly organisations: readonly Choice[];
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
}

function GrantFields({ visit, today, organisations, ...props }: GrantFieldsProps) {
  const t = words(visit.language);
  const choices = roles.map((role: Role) => ({ value: role, label: t(`role.${role}`) }));
  return (
    <>
      <SelectField name="role" label={t('role-label')} choices={choices} />
      <CityPicker name="city" label={t('role-city')} hint={t('role-city-hint')} optional {...props} />
      <SelectField
        name="organisation"
        label={t('role-organisation')}
        hint={t('role-organisation-hint')}
        none={t('role-organisation-none')}
        choices={organisations}
        optional
      />
      <DateField name="from" label={t('role-from')} initial={today} min={today} />
      <DateField name="to" label={t('role-to')} min={today} optional />
      <TextField name="basis" label={t('role-basis')} hint={t('role-basis-hint')} />
    </>
  );
}
