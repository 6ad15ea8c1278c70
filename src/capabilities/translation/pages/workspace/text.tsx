import { z } from 'zod';
import { isUuid } from '../../../../kernel/id.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { wrong } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { reviewRenderings } from '../../actions/review-renderings.ts';
import { writeRenderings } from '../../actions/write-renderings.ts';
import { words } from '../../messages/index.ts';
import { hashOf } from '../../rules/paragraphs.ts';
import { reviewedElsewhere } from '../../store/renderings.ts';
import { listTerms } from '../../store/terms.ts';
import { idIn, seeText } from '../asked.ts';
import { TextPage } from './text-page.tsx';

const mostCharacters = 20_000;

/** `r-<paragraph>` is what was written, `n-<paragraph>` the number of the rendering that the writer saw. */
const written = z.record(z.string(), z.string().optional()).transform((said, context) =>
  Object.entries(said).flatMap(([field, text = '']) => {
    const id = field.startsWith('r-') ? field.slice(2) : '';
    if (!isUuid(id)) return [];
    if (text.length > mostCharacters)
      return wrong(context, 'platform:too-long', { max: mostCharacters }, [field]);
    const seen = Number(said[`n-${id}`] ?? 0);
    return [{ paragraphId: id, text: text.trim(), sawNumber: Number.isSafeInteger(seen) ? seen : 0 }];
  }),
);

export async function showText(visit: Visit): Promise<Response> {
  return await textPage(visit, 'writing');
}

type Part = 'writing' | 'review';

async function textPage(visit: Visit, part: Part, form?: FormState): Promise<Response> {
  const { world, actor } = visit;
  const seen = await reading(world, actor, async (tx) => {
    const found = await seeText(visit, tx, idIn(visit, 'id'));
    const { text } = found;
    const wanting = text.paragraphs.filter(({ rendering }) => !rendering);
    const memory = await reviewedElsewhere(
      tx,
      wanting.map(({ source }) => hashOf(source)),
      text.sourceLanguage,
      text.targetLanguage,
    );
    const remembered = new Map(
      wanting.flatMap(({ id, source }) => {
        const words = memory.get(hashOf(source).toString('hex'));
        return words ? [[id, words] as const] : [];
      }),
    );
    return { ...found, remembered, terms: await listTerms(tx) };
  });
  const state = (of: Part) => (form && part === of ? form : freshForm(world));
  return visit.show({
    title: `${words(visit.language)('title')}: ${seen.text.asked}`,
    body: <TextPage {...{ visit, ...seen }} writing={state('writing')} review={state('review')} />,
    hasProblems: form !== undefined,
  });
}

export async function sendRenderings(visit: Visit): Promise<Response> {
  const textId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: written,
    act: async (said, once) => {
      const renderings = said.map((one) => ({ ...one, origin: 'person' as const }));
      const n = await writeRenderings(visit.world, visit.actor, { textId, written: renderings }, once);
      return `/workspace/translation/texts/${textId}?saved=${n}`;
    },
    again: (state) => textPage(visit, 'writing', state),
  });
}

const reviewed = z.object({
  right: z
    .string()
    .default('')
    .transform((lines, context) => {
      const ids = lines.split('\n').filter(isUuid);
      return ids.length > 0 ? ids : wrong(context, 'translation:choose-some');
    }),
});

export async function sendReviews(visit: Visit): Promise<Response> {
  const textId = idIn(visit, 'id');
  return await submitForm(visit, {
    schema: reviewed,
    act: async ({ right }, once) => {
      await reviewRenderings(visit.world, visit.actor, { textId, renderingIds: right }, once);
      return `/workspace/translation/texts/${textId}`;
    },
    again: (state) => textPage(visit, 'review', state),
  });
}
