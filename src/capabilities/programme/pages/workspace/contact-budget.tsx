import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Pagination } from '../../../../design/pagination.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import { type CsvColumn, csvResponse } from '../../../../platform/exports/csv.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { setBudget } from '../../actions/set-budget.ts';
import { words } from '../../messages/index.ts';
import { mayBudget } from '../../permissions.ts';
import {
  firstDay,
  lastDay,
  type Month,
  monthOf,
  nextMonth,
  parseMonth,
  previousMonth,
} from '../../rules/budget.ts';
import { type AskRow, listAsksBetween } from '../../store/asks.ts';
import { asksByDay, findBudget, listBusyCities } from '../../store/contact-budget.ts';
import { whatAsked } from '../asks-of-city.tsx';
import { home, todayIn } from '../frame.ts';
import { BudgetForm, budgetAnswers } from './budget-form.tsx';
import { BusyCities } from './busy-cities.tsx';
import { monthInWords, MonthHeat } from './month-heat.tsx';
import { privately } from './reach-file.ts';

const path = `${home}/contact-budget`;

function monthIn(visit: Visit): Month {
  return parseMonth(visit.query('month')) ?? monthOf(todayIn(visit));
}

export async function showContactBudget(visit: Visit): Promise<Response> {
  return await budgetPage(visit, freshForm(visit.world));
}

/** Everything that the whole council asks of cities in a month: of whom most, by whom, on which days. */
async function budgetPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, world, actor } = visit;
  const t = words(language);
  const month = monthIn(visit);
  const days = { first: firstDay(month), last: lastDay(month) };
  const { cities, byDay, budget } = await reading(world, actor, async (tx) => ({
    cities: await listBusyCities(tx, days, todayIn(visit), 50),
    byDay: await asksByDay(tx, days),
    budget: await findBudget(tx, null),
  }));
  const title = t('contact-budget');
  return visit.show({
    title,
    hasProblems: form.problems.length > 0,
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href(home), label: t('programme') }]} />
        <PageHead
          title={title}
          kind={monthInWords(language, month)}
          lead={t('contact-budget-lead', { n: budget?.perMonth ?? 0 })}
        />
        <Pagination
          previousHref={visit.href(`${path}?month=${previousMonth(month)}`)}
          nextHref={visit.href(`${path}?month=${nextMonth(month)}`)}
          position={monthInWords(language, month)}
        />
        <MonthHeat language={language} month={month} days={byDay} />
        <section>
          <h2>{t('most-asked')}</h2>
          <BusyCities
            language={language}
            href={visit.href}
            cities={cities}
            csv={visit.href(`${path}.csv?month=${month}`)}
          />
        </section>
        {mayBudget(actor) && (
          <section>
            <h2>{t('budget-of-all')}</h2>
            <p>{t('budget-of-all-says')}</p>
            <BudgetForm {...{ language, form, budget }} action={visit.href(path)} usual={0} />
          </section>
        )}
      </>
    ),
  });
}

export async function sendBudget(visit: Visit): Promise<Response> {
  return await submitForm(visit, {
    schema: budgetAnswers,
    act: async (said, once) => {
      await setBudget(visit.world, visit.actor, { ...said, cityId: null }, once);
      return path;
    },
    again: (state) => budgetPage(visit, state),
  });
}

/** Every ask of the month. */
export async function budgetFile(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const month = monthIn(visit);
  const asks = await reading(world, actor, (tx) =>
    listAsksBetween(tx, { first: firstDay(month), last: lastDay(month) }),
  );
  const columns: CsvColumn<AskRow>[] = [
    { head: 'asked_on', cell: ({ askedOn }) => askedOn },
    { head: 'city', cell: ({ cityName }) => cityName },
    { head: 'country', cell: ({ country }) => country },
    { head: 'asked_by', cell: ({ askedBy }) => askedBy },
    { head: 'kind', cell: ({ kind }) => kind },
    { head: 'what', cell: ({ what }) => whatAsked(language, what) },
    { head: 'due_on', cell: ({ dueOn }) => dueOn },
    { head: 'settled_at', cell: ({ settledAt }) => settledAt },
  ];
  return privately(csvResponse(`asked-of-cities-${month}`, columns, asks));
}
