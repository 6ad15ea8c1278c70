import { get, post, type Route } from '../../../../platform/http/route.ts';
import { cityRoles } from '../../../../kernel/actor.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { sendObjection, showTranslation } from './translation.tsx';

const cityPeople = holders(...cityRoles);

export const routes: readonly Route[] = [
  get('/portal/translations/:kind/:id', cityPeople, showTranslation),
  post('/portal/translations/:kind/:id/objections', cityPeople, sendObjection),
];
