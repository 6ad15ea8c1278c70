import { anonymous } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { because, notFound, Refusal } from '../../../kernel/refusal.ts';
import { atomically, type Submission } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { findOpenWindow } from '../store/kept-windows.ts';
import { insertQuestion, questionsLately } from '../store/questions.ts';

/** More in an hour than any round ever had: then somebody is playing. */
const mostInAnHour = 60;

interface Asked {
  readonly slug: string;
  readonly asked: string;
  readonly language: Language;
  /** In the asker's words; nobody checks it. */
  readonly city: string | null;
  /** Whom to tell when it is answered; forgotten afterwards. */
  readonly email: string | null;
}

/** Anybody asks about a window, without an account. Only staff see who asked. */
export async function askQuestion(world: World, { slug, ...asked }: Asked, once?: Submission): Promise<void> {
  await atomically(
    world,
    anonymous,
    async (tx) => {
      const window = await findOpenWindow(tx, slug);
      if (!window) throw notFound();
      if (window.state === 'closed') throw new Refusal(because('fund:is-not-open'), 409);
      if ((await questionsLately(tx, window.id)) >= mostInAnHour)
        throw new Refusal(because('fund:too-many-questions'), 429);
      await insertQuestion(tx, { id: world.newId(), windowId: window.id, ...asked });
    },
    { once },
  );
}
