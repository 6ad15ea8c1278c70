import { anyone } from '../../../../platform/permissions/guard.ts';
import type { Route } from '../../../../platform/http/route.ts';
import { fillingIn } from '../city/routes.tsx';
import { personal } from './personal.ts';

/** A colleague with a mailed link fills in; nothing under it sends, signs or withdraws. */
export const routes: readonly Route[] = fillingIn('/apply/:token', anyone).map(personal);
