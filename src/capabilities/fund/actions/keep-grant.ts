import type { Actor } from '../../../kernel/actor.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { minorDigits } from '../../../kernel/money.ts';
import { notFound, type Problem, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { citeSources, recordSource } from '../../library/index.ts';
import { whyNotKeepGrants } from '../permissions.ts';
import { type KeptGrant, lockGrant } from '../store/grants.ts';
import { wholeFund } from './cite-fund.ts';

/** Where it says so, as staff name it. */
export interface SourceNamedByStaff {
  readonly sourceAddress: string;
  readonly sourceTitle: string;
  readonly sourcePublisher: string;
}

/** A refusal that stands at its field. */
export function refuseAt({ field, reason }: Problem): never {
  throw Object.assign(new Refusal(reason), { field });
}

/**
 * The grant, locked for a change by somebody who may make it.
 * @throws Stale when it was changed since the form was opened, with what it says now
 */
export async function lockForChange(
  tx: Tx,
  actor: Actor,
  asked: { readonly grantId: string; readonly version: number },
): Promise<KeptGrant> {
  refuseIf(whyNotKeepGrants(actor), 403);
  const grant = await lockGrant(tx, asked.grantId);
  if (!grant) throw notFound();
  if (grant.version !== asked.version) throw new Stale(amountAsAnswers(grant), grant.version);
  return grant;
}

/** The amount as the form writes it. */
export function amountAsAnswers({ amount, ceiling }: KeptGrant): Record<string, string> {
  const currency = (amount ?? ceiling)?.currency ?? 'USD';
  if (!amount) return { amount: '', amountCurrency: currency };
  const digits = minorDigits(currency);
  const text = String(amount.amountMinor).padStart(digits + 1, '0');
  const written = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return { amount: written, amountCurrency: currency };
}

/** Names the source and says that the grant's record rests on it. @returns the source's id */
export async function citeFor(
  tx: Tx,
  world: World,
  record: { readonly kind: 'grant' | 'result'; readonly id: string; readonly grant: KeptGrant },
  named: SourceNamedByStaff,
): Promise<string> {
  const { grant } = record;
  const sourceId = await recordSource(tx, world, {
    address: named.sourceAddress,
    title: named.sourceTitle,
    publisher: named.sourcePublisher,
  });
  const path = grant.window ? `/fund/windows/${grant.window.slug}` : '/fund/grantees';
  await citeSources(
    tx,
    { capability: 'fund', kind: record.kind, id: record.id, label: labelOf(grant), path },
    [sourceId],
  );
  return sourceId;
}

function labelOf({ cityName, window }: KeptGrant): LocalText {
  const say = (name: string) => `${cityName} · ${name}`;
  const { en, fr, es, pt, ar } = window?.name ?? wholeFund;
  return { en: say(en), fr: say(fr), es: say(es), pt: say(pt), ar: say(ar) };
}
