import { SubmitButton } from '../../../../design/button.tsx';
import { CheckboxesField } from '../../../../design/form/choice-fields.tsx';
import { DateField } from '../../../../design/form/date-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { MoneyField } from '../../../../design/form/money-field.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { because, notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatMoney } from '../../../../platform/languages/format.ts';
import { refuseAt } from '../../actions/keep-grant.ts';
import { prepareWindow } from '../../actions/prepare-window.ts';
import { words } from '../../messages/index.ts';
import { rulesOfDonor } from '../../rules/donor.ts';
import { incomeGroups } from '../../rules/eligibility-rule.ts';
import { themes } from '../../rules/themes.ts';
import { donorsOf } from '../../store/donors.ts';
import { listLists, listRegions, type NamedRegion, type PublishedList } from '../../store/lists.ts';
import { listOrganisations, type NamedOrganisation } from '../../store/organisations.ts';
import { insertDonor, removeDonor } from '../../store/preparing.ts';
import { sayRule } from '../say-finding.ts';
import { donorAnswers, donorFrom } from './donor-answers.ts';
import { removalForm } from './removal.ts';
import { idAsked, Lines, pathOf, showStep, windowAsked } from './step.tsx';

export async function showDonors(visit: Visit): Promise<Response> {
  return await page(visit, freshForm(visit.world));
}

export async function sendDonor(visit: Visit): Promise<Response> {
  const windowId = idAsked(visit);
  return await submitForm(visit, {
    schema: donorAnswers,
    act: async (said, once) => {
      const work = { windowId, step: 'donors' } as const;
      await prepareWindow(
        visit.world,
        visit.actor,
        work,
        async (tx) => {
          const known = (await listOrganisations(tx)).find(({ id }) => id === said.organisation);
          if (said.organisation !== null && !known)
            refuseAt({ field: 'organisation', reason: because('platform:unknown-reference') });
          await insertDonor(tx, windowId, donorFrom(visit.world.newId(), said, known));
          return undefined;
        },
        once,
      );
      return pathOf(windowId, '/donors');
    },
    again: (state) => page(visit, state),
  });
}

export const sendDonorRemoval = removalForm('donors', async (tx, visit, windowId) => {
  if (!(await removeDonor(tx, windowId, idAsked(visit, 'donor')))) throw notFound();
  return undefined;
});

interface Choices {
  readonly organisations: readonly NamedOrganisation[];
  readonly lists: readonly PublishedList[];
  readonly regions: readonly NamedRegion[];
}

async function page(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const window = await windowAsked(visit);
  const { donors, ...choices } = await reading(visit.world, visit.actor, async (tx) => ({
    donors: await donorsOf(tx, window.id),
    organisations: await listOrganisations(tx),
    lists: await listLists(tx),
    regions: await listRegions(tx),
  }));
  const names = Object.fromEntries(choices.regions.map((region) => [region.m49, region.names]));
  const standing = (
    <Lines
      {...{ visit, window }}
      idempotencyKey={visit.world.newId()}
      none={t('no-donor-why')}
      lines={donors.map((donor) => ({
        key: donor.id,
        removal: pathOf(window.id, `/donors/${donor.id}/removal`),
        says: (
          <>
            <strong>{donor.name[language] || donor.name.en}</strong> · {formatMoney(language, donor.amount)}
            {rulesOfDonor(donor).map(({ key, test }) => (
              <p key={key} class="quiet">
                {sayRule(language, test, names)}
              </p>
            ))}
            {donor.restrictions.themes.length > 0 && (
              <p class="quiet">
                {donor.restrictions.themes.map((theme) => themeName(visit, theme)).join(' · ')}
              </p>
            )}
          </>
        ),
      }))}
    />
  );
  return showStep(visit, {
    window,
    step: 'donors',
    form,
    standing,
    children: <DonorForm {...{ visit, form, choices }} windowId={window.id} />,
  });
}

function themeName({ language }: Visit, theme: string): string {
  const known = themes.find((one) => one === theme);
  return known ? words(language)(`theme.${known}`) : theme;
}

interface DonorFormProps {
  readonly visit: Visit;
  readonly windowId: string;
  readonly form: FormState;
  readonly choices: Choices;
}

function DonorForm({ visit, windowId, form, choices }: DonorFormProps) {
  const { language } = visit;
  const t = words(language);
  return (
    <section>
      <h2>{t('add-a-donor')}</h2>
      <Form
        action={visit.href(pathOf(windowId, '/donors'))}
        problems={form.problems}
        answers={form.answers}
        idempotencyKey={form.idempotencyKey}
      >
        <SelectField
          name="organisation"
          label={t('organisation')}
          none={t('not-in-the-register')}
          choices={choices.organisations.map(({ id, name }) => ({ value: id, label: name[language] }))}
          optional
        />
        <TextField name="name" label={t('donor-name')} hint={t('donor-name-hint')} maxLength={200} optional />
        <MoneyField name="amount" label={t('amount')} currencies={['USD', 'EUR', 'CHF', 'GBP']} />
        <h3>{t('restrictions')}</h3>
        <p>{t('restrictions-lead')}</p>
        <TextField name="countries" label={t('countries-only')} hint={t('countries-hint')} optional />
        <SelectField
          name="incomeList"
          label={t('income-list')}
          choices={choices.lists
            .filter(({ scheme }) => scheme === 'world-bank-income')
            .map(({ slug, name }) => ({ value: slug, label: name }))}
          none={t('no-income-restriction')}
          optional
        />
        <CheckboxesField
          name="incomeGroups"
          label={t('income-groups-only')}
          choices={incomeGroups.map((value) => ({ value, label: t(`group.${value}`) }))}
          optional
        />
        <details>
          <summary>{t('regions-only')}</summary>
          <CheckboxesField
            name="regions"
            label={t('regions-only')}
            choices={choices.regions.map(({ m49, names }) => ({ value: m49, label: names[language] }))}
            optional
          />
        </details>
        <details>
          <summary>{t('themes-only')}</summary>
          <CheckboxesField
            name="themes"
            label={t('themes-only')}
            choices={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
            optional
          />
        </details>
        <DateField name="spendFrom" label={t('spend-from')} optional />
        <DateField name="spendUntil" label={t('spend-until')} optional />
        <TextField
          name="overheadCap"
          label={t('donor-overhead-cap')}
          hint={t('overhead-cap-hint')}
          size="short"
          optional
        />
        <SubmitButton>{t('add-donor')}</SubmitButton>
      </Form>
    </section>
  );
}
