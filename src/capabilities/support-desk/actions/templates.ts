import type { Actor } from '../../../kernel/actor.ts';
import { stableId } from '../../../kernel/id.ts';
import { languages } from '../../../kernel/language.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { because, notFound, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { words } from '../messages/index.ts';
import { whyNotDesk } from '../permissions.ts';
import { insertTemplate, lockTemplate, reviseTemplate, type TemplateText } from '../store/templates.ts';

/** Texts that ship with the desk; once there, they are the desk's own. */
const shipped = ['received', 'more-details', 'partner-help', 'peer-city', 'closing'] as const;

/** By the worker, at every start; texts that people have changed stay. */
export async function loadTemplates(tx: Tx): Promise<void> {
  for (const slug of shipped) {
    const said = (part: 'title' | 'body'): LocalText => {
      const [en, fr, es, pt, ar] = languages.map((language) =>
        words(language)(`template.${slug}.${part}`),
      ) as [string, string, string, string, string];
      return { en, fr, es, pt, ar };
    };
    await insertTemplate(tx, {
      id: stableId('support-template', slug),
      slug,
      title: said('title'),
      body: said('body'),
      by: null,
    });
  }
}

export async function addTemplate(
  world: World,
  actor: Actor,
  asked: TemplateText & { readonly slug: string },
  once?: Submission,
): Promise<string> {
  refuseIf(whyNotDesk(actor), 403);
  return await atomically(
    world,
    actor,
    async (tx) => {
      const id = world.newId();
      if (!(await insertTemplate(tx, { ...asked, id, by: actor.personId })))
        throw Object.assign(new Refusal(because('support-desk:template-exists')), { field: 'slug' });
      await recordAct(tx, world, actor, {
        kind: 'support-desk.template-saved',
        subject: { kind: 'template', id },
        details: { slug: asked.slug },
      });
      return asked.slug;
    },
    { once },
  );
}

export async function saveTemplate(
  world: World,
  actor: Actor,
  asked: TemplateText & { readonly slug: string; readonly version: number },
  once?: Submission,
): Promise<void> {
  refuseIf(whyNotDesk(actor), 403);
  await atomically(
    world,
    actor,
    async (tx) => {
      const before = await lockTemplate(tx, asked.slug);
      if (!before) throw notFound();
      if (before.version !== asked.version) throw new Stale(templateAnswers(before), before.version);
      await reviseTemplate(tx, before, asked, actor.personId, world.now());
      await recordAct(tx, world, actor, {
        kind: 'support-desk.template-saved',
        subject: { kind: 'template', id: before.id },
        details: { slug: asked.slug },
      });
      return null;
    },
    { once },
  );
}

/** A template as its form writes it: `title-en`, `body-en`, … */
export function templateAnswers({ title, body }: TemplateText): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((language) => [
      [`title-${language}`, title[language]],
      [`body-${language}`, body[language]],
    ]),
  );
}
