import type { Visit } from '../platform/http/route.ts';
import { words } from './messages/index.ts';

/** Says on every page that this is a trial; nothing in live mode. */
export function TrialBanner({ visit }: { visit: Visit }) {
  return visit.world.config.mode === 'trial' ? <p>{words(visit.language)('trial-banner')}</p> : null;
}
