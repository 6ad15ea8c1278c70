import { z } from 'zod';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { StaleTexts } from '../../../../design/form/stale-texts.tsx';
import { languages } from '../../../../kernel/language.ts';
import { version } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { prepareWindow } from '../../actions/prepare-window.ts';
import { words } from '../../messages/index.ts';
import type { KeptWindow } from '../../rules/prepared-window.ts';
import { reviseIdentity } from '../../store/preparing.ts';
import { fieldIn, gathered, inFive, spread } from './local-answers.ts';
import { LocalFields } from './local-fields.tsx';
import { idAsked, pathOf, showStep, windowAsked } from './step.tsx';

const texts = [
  ['name', 120],
  ['theme', 600],
  ['whoCanApply', 1200],
  ['gives', 1200],
  ['asks', 1200],
  ['judging', 1200],
] as const;

// Saved as it is: what lacks is listed on the window's page, and a translator may come later.
const wordingAnswers = z.object({
  ...Object.fromEntries(
    texts.flatMap(([name, max]) => Object.entries(inFive(name, max, name === 'name' ? 'en' : 'none'))),
  ),
  version: version(),
});

export async function showWording(visit: Visit): Promise<Response> {
  return page(visit, await windowAsked(visit), freshForm(visit.world));
}

export async function sendWording(visit: Visit): Promise<Response> {
  const windowId = idAsked(visit);
  return await submitForm(visit, {
    schema: wordingAnswers,
    act: async (said, once) => {
      await prepareWindow(
        visit.world,
        visit.actor,
        { windowId, step: 'wording', opened: { version: said.version, now: wordingAsAnswers } },
        async (tx) => {
          await reviseIdentity(tx, windowId, {
            name: gathered(said, 'name'),
            theme: gathered(said, 'theme'),
            whoCanApply: gathered(said, 'whoCanApply'),
          });
          return {
            wording: {
              gives: gathered(said, 'gives'),
              asks: gathered(said, 'asks'),
              judging: gathered(said, 'judging'),
            },
          };
        },
        once,
      );
      return pathOf(windowId);
    },
    again: async (state) => page(visit, await windowAsked(visit), state),
  });
}

function textsOf(window: KeptWindow) {
  return { name: window.name, theme: window.theme, ...window.wording };
}

function wordingAsAnswers(window: KeptWindow): Record<string, string> {
  const said = textsOf(window);
  return Object.assign({}, ...texts.map(([name]) => spread(name, said[name])));
}

function page(visit: Visit, window: KeptWindow, form: FormState): Response {
  const t = words(visit.language);
  const said = textsOf(window);
  const labels = Object.fromEntries(
    texts.flatMap(([name]) =>
      languages.map((language) => [
        fieldIn(name, language),
        `${t(`wording.${name}`)} (${languageName(visit.language, language)})`,
      ]),
    ),
  );
  const children = (
    <Form
      action={visit.href(pathOf(window.id, '/wording'))}
      problems={form.problems}
      answers={form.answers}
      idempotencyKey={form.idempotencyKey}
      version={form.stale?.version ?? window.version}
    >
      {form.stale && <StaleTexts current={form.stale.current} answers={form.answers} labels={labels} />}
      {texts.map(([name, max]) => (
        <LocalFields
          key={name}
          name={name}
          label={t(`wording.${name}`)}
          hint={t(`wording-hint.${name}`)}
          initial={said[name]}
          rows={name === 'name' ? 1 : 3}
          maxLength={max}
          needed={name === 'name' ? 'en' : 'none'}
        />
      ))}
      <SubmitButton>{t('save-step')}</SubmitButton>
    </Form>
  );
  return showStep(visit, { window, step: 'wording', form, children });
}
