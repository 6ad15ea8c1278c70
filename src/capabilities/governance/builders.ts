import { stableId } from '../../kernel/id.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import { loadRows } from '../../platform/database/edition-rows.ts';
import type { Tx } from '../../platform/database/atomically.ts';

function inAll(text: string): LocalText {
  return { en: text, fr: text, es: text, pt: text, ar: text };
}

/** A body for tests, with nothing known of its rules. By the worker. @returns its id */
export async function aBody(tx: Tx, slug = 'harbour-board'): Promise<string> {
  const id = stableId('body', slug);
  await loadRows(tx, 'governance.body', [
    {
      id,
      slug,
      name: inAll('Harbour Board'),
      belongs_to: 'council',
      purpose: inAll('Steers the harbour.'),
      composition: inAll('Mayors of harbours.'),
    },
  ]);
  return id;
}
