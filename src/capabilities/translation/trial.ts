import { stableId } from '../../kernel/id.ts';
import type { TrialScene } from '../../kernel/trial-scene.ts';
import type { Tx } from '../../platform/database/atomically.ts';
import type { World } from '../../world.ts';
import { findTermBy, insertTerm } from './store/terms.ts';

/** Words of the field as trial staff translate them. */
const terms = [
  ['focal point', 'point focal', 'punto focal', 'ponto focal', 'جهة الاتصال'],
  ['concept note', 'note conceptuelle', 'nota conceptual', 'nota conceptual', 'مذكرة مفاهيمية'],
  [
    'host community',
    'communauté d’accueil',
    'comunidad de acogida',
    'comunidade de acolhimento',
    'المجتمع المضيف',
  ],
  ['displaced people', 'personnes déplacées', 'personas desplazadas', 'pessoas deslocadas', 'النازحون'],
  ['local authority', 'collectivité locale', 'gobierno local', 'autoridade local', 'السلطة المحلية'],
  ['livelihoods', 'moyens d’existence', 'medios de vida', 'meios de subsistência', 'سبل العيش'],
] as const;

export async function fillTrial(tx: Tx, _world: World, { people }: TrialScene): Promise<void> {
  for (const [en, fr, es, pt, ar] of terms) {
    if (await findTermBy(tx, en)) continue;
    const id = stableId('trial-term', en);
    await insertTerm(tx, { id, words: { en, fr, es, pt, ar }, note: '', byPerson: people['staff-fund'] });
  }
}
