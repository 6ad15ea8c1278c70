import { SubmitButton } from '../../../../design/button.tsx';
import { RadiosField } from '../../../../design/form/choice-fields.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { because, notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { refuseAt } from '../../actions/keep-grant.ts';
import { prepareWindow } from '../../actions/prepare-window.ts';
import { words } from '../../messages/index.ts';
import type { RuleTest } from '../../rules/eligibility-rule.ts';
import { listCountryCodes, listDefinitionRevisions, listLists, listRegions } from '../../store/lists.ts';
import { sayRule } from '../say-finding.ts';
import { removalForm } from './removal.ts';
import { ruleAnswers, ruleKinds } from './rule-answers.ts';
import { type RuleChoices, RuleFields } from './rule-fields.tsx';
import { idAsked, Lines, pathOf, showStep, windowAsked } from './step.tsx';

export async function showRules(visit: Visit): Promise<Response> {
  return await page(visit, freshForm(visit.world));
}

export async function sendRule(visit: Visit): Promise<Response> {
  const windowId = idAsked(visit);
  return await submitForm(visit, {
    schema: ruleAnswers,
    act: async ({ weight, test }, once) => {
      const work = { windowId, step: 'rules' } as const;
      await prepareWindow(
        visit.world,
        visit.actor,
        work,
        async (tx, { rules }) => {
          refuseUnknown(test, await listCountryCodes(tx));
          // One rule of a kind; a second of the same kind takes a number.
          const taken = rules.filter((rule) => rule.test.kind === test.kind).length;
          const key = taken === 0 ? test.kind : `${test.kind}-${visit.world.newId().slice(-6)}`;
          return { rules: [...rules, { key, weight, test }] };
        },
        once,
      );
      return pathOf(windowId, '/rules');
    },
    again: (state) => page(visit, state),
  });
}

function refuseUnknown(test: RuleTest, codes: readonly string[]): void {
  if (test.kind !== 'countries') return;
  const unknown = test.countries.find((code) => !codes.includes(code));
  if (unknown)
    refuseAt({ field: 'countries', reason: because('fund:not-a-country-code', { code: unknown }) });
}

export const sendRuleRemoval = removalForm('rules', async (_tx, visit, _windowId, { rules }) => {
  const kept = rules.filter(({ key }) => key !== visit.param('key'));
  if (kept.length === rules.length) throw notFound();
  return { rules: kept };
});

async function page(visit: Visit, form: FormState): Promise<Response> {
  const { language } = visit;
  const t = words(language);
  const window = await windowAsked(visit);
  const choices: RuleChoices = await reading(visit.world, visit.actor, async (tx) => ({
    lists: await listLists(tx),
    regions: await listRegions(tx),
    definitions: await listDefinitionRevisions(tx),
  }));
  const names = Object.fromEntries(choices.regions.map((region) => [region.m49, region.names]));
  const kind = ruleKinds.find((one) => one === (form.answers['kind'] ?? visit.query('kind')));
  const standing = (
    <Lines
      {...{ visit, window }}
      idempotencyKey={visit.world.newId()}
      none={t('no-rule-why')}
      lines={window.rules.map((rule) => ({
        key: rule.key,
        removal: pathOf(window.id, `/rules/${rule.key}/removal`),
        says: (
          <>
            {sayRule(language, rule.test, names)}
            <p class="quiet">{t(`weight.${rule.weight}`)}</p>
          </>
        ),
      }))}
    />
  );
  const children = (
    <section>
      <h2>{t('add-a-rule')}</h2>
      <ul>
        {ruleKinds.map((one) => (
          <li key={one}>
            <a href={visit.href(pathOf(window.id, `/rules?kind=${one}`))} aria-current={one === kind}>
              {t(`rule-kind.${one}`)}
            </a>
          </li>
        ))}
      </ul>
      {kind && (
        <Form
          action={visit.href(pathOf(window.id, '/rules'))}
          problems={form.problems}
          answers={form.answers}
          idempotencyKey={form.idempotencyKey}
        >
          <h3>{t(`rule-kind.${kind}`)}</h3>
          <input type="hidden" name="kind" value={kind} />
          <RuleFields {...{ language, kind, choices }} />
          <RadiosField
            name="weight"
            label={t('what-it-does')}
            initial="critical"
            choices={(['critical', 'additional'] as const).map((value) => ({
              value,
              label: t(`weight.${value}`),
            }))}
          />
          <SubmitButton>{t('add-rule')}</SubmitButton>
        </Form>
      )}
    </section>
  );
  return showStep(visit, { window, step: 'rules', form, standing, children });
}
