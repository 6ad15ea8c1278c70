import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { TextareaField } from '../../../../design/form/textarea-field.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { choice, optionalText } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { formatDate } from '../../../../platform/languages/format.ts';
import { cityName, findCity } from '../../../city-registry/index.ts';
import { decideException } from '../../actions/decide-exception.ts';
import { words } from '../../messages/index.ts';
import { whyNotConsent } from '../../permissions.ts';
import { findActivity } from '../../store/activities.ts';
import { findException } from '../../store/exceptions.ts';
import { home, idIn } from '../frame.ts';

const decisions = ['yes', 'no'] as const;
const decisionAnswers = z.object({ decision: choice(decisions), whyNot: optionalText(600) });

async function readConsent(visit: Visit) {
  return await reading(visit.world, visit.actor, async (tx) => {
    const exception = await findException(tx, idIn(visit, 'id'));
    const activity = exception && (await findActivity(tx, exception.activityId));
    const city = exception && (await findCity(tx, exception.cityId));
    if (!activity || !city) throw notFound();
    return { exception, activity, city };
  });
}

export async function showConsent(visit: Visit): Promise<Response> {
  return await consentPage(visit, freshForm(visit.world));
}

/** The second person's page: why a colleague wants to ask a city beyond its budget. */
async function consentPage(visit: Visit, form: FormState): Promise<Response> {
  const { language, actor } = visit;
  const t = words(language);
  const { exception, activity, city } = await readConsent(visit);
  const blocked = whyNotConsent(actor, exception);
  const name = cityName(language, city);
  return visit.show({
    title: t('consent-title', { city: name }),
    hasProblems: form.problems.length > 0,
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href(home), label: t('programme') },
            { href: visit.href(`${home}/activities/${activity.id}`), label: activity.title[language] },
          ]}
        />
        <PageHead
          title={t('consent-title', { city: name })}
          kind={activity.title[language]}
          facts={[
            { label: t('asked-by'), value: <bdi>{exception.askedByName}</bdi> },
            { label: t('asked-on'), value: formatDate(language, dayInUtc(exception.askedAt)) },
            {
              label: t('asked-this-month'),
              value: t('used-of', { used: exception.used, most: exception.perMonth }),
            },
            { label: t('consent-reason'), value: <span dir="auto">{exception.reason}</span> },
          ]}
        />
        {exception.decision && (
          <Notice tone={exception.decision === 'yes' ? 'done' : 'stopped'}>
            {t(`consent-was.${exception.decision}`)}{' '}
            {exception.whyNot && <span dir="auto">{exception.whyNot}</span>}
          </Notice>
        )}
        {!exception.decision && blocked && <Notice>{explain(language, blocked)}</Notice>}
        {!exception.decision && !blocked && (
          <Form
            action={visit.href(`${home}/consents/${exception.id}/decision`)}
            problems={form.problems}
            answers={form.answers}
            idempotencyKey={form.idempotencyKey}
          >
            <RadiosField
              name="decision"
              label={t('may-it-be-asked')}
              choices={decisions.map((value) => ({
                value,
                label: t(`consent.${value}`),
                hint: t(`consent-hint.${value}`),
              }))}
            />
            <TextareaField name="whyNot" label={t('why-not')} rows={3} maxLength={600} optional />
            <SubmitButton>{t('save-decision')}</SubmitButton>
          </Form>
        )}
      </>
    ),
  });
}

export async function sendDecision(visit: Visit): Promise<Response> {
  const exceptionId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: decisionAnswers,
    act: async (said, once) => {
      await decideException(visit.world, visit.actor, { ...said, exceptionId }, once);
      return `${home}/consents/${exceptionId}`;
    },
    again: (state) => consentPage(visit, state),
  });
}
