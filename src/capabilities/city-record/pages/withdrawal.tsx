import { z } from 'zod';
import { Breadcrumb } from '../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../design/button.tsx';
import { FactList } from '../../../design/fact-list.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextareaField } from '../../../design/form/textarea-field.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import { notFound, refuseIf } from '../../../kernel/refusal.ts';
import { optionalText, text, version } from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { cityName } from '../../city-registry/index.ts';
import { factLabel } from '../actions/fact-label.ts';
import { withdrawFact } from '../actions/withdraw-fact.ts';
import { words } from '../messages/index.ts';
import { BasisField } from './basis-field.tsx';
import { whyNotSay } from '../permissions.ts';
import { findStanding } from '../store/statements.ts';
import { atCity, baseOf, factOfPath, factPath, speaksAsCity } from './place.ts';
import { ValueView } from './value-view.tsx';

const answers = z.object({ reason: text(500), basis: optionalText(500), version: version() });

export async function showWithdrawal(visit: Visit): Promise<Response> {
  return await withdrawalPage(visit, freshForm(visit.world));
}

export async function sendWithdrawal(visit: Visit): Promise<Response> {
  const { kind, item } = factOfPath(visit);
  const { city } = await atCity(visit, async () => ({}));
  return await submitForm(visit, {
    schema: answers,
    act: async (said, once) => {
      const place = { cityId: city.id, kind: kind.key, item };
      await withdrawFact(visit.world, visit.actor, { ...said, ...place }, once);
      return `${baseOf(visit, city.id)}?done=withdrawn`;
    },
    again: (state) => withdrawalPage(visit, state),
  });
}

async function withdrawalPage(visit: Visit, form: FormState): Promise<Response> {
  const { kind, item } = factOfPath(visit);
  const { city, standing } = await atCity(visit, async (tx, { id }) => ({
    standing: await findStanding(tx, { cityId: id, kind: kind.key, item }),
  }));
  refuseIf(whyNotSay(visit.actor, city.id), 404);
  if (!standing?.value) throw notFound();
  const { language } = visit;
  const t = words(language);
  const base = baseOf(visit, city.id);
  const path = factPath(base, kind.key, item);
  const title = t('withdraw-fact', { fact: factLabel(language, kind.key, item, standing.value) });
  return visit.show({
    title,
    body: (
      <>
        <Breadcrumb
          crumbs={[
            { href: visit.href(base), label: `${cityName(language, city)}: ${t('record')}` },
            { href: visit.href(path), label: factLabel(language, kind.key, item, standing.value) },
          ]}
        />
        <PageHead title={title} lead={t('withdraw-lead')} />
        <FactList
          facts={[
            {
              label: t('it-says'),
              value: <ValueView language={language} kind={kind.key} value={standing.value} />,
            },
          ]}
        />
        <Form
          action={visit.href(`${path}/withdrawal`)}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
          version={form.stale?.version ?? standing.version}
        >
          <TextareaField name="reason" label={t('withdraw-reason')} rows={3} maxLength={500} />
          {!speaksAsCity(visit, city.id) && <BasisField language={language} />}
          <SubmitButton look="danger">{t('withdraw-now')}</SubmitButton>
        </Form>
      </>
    ),
  });
}
