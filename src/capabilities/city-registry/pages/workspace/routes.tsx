import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders, secretariat } from '../../../../platform/permissions/guard.ts';
import { engagementKeepers } from '../../permissions.ts';
import { addEngagement, showNewEngagement } from './new-engagement.tsx';
import { showCityRecord, showCitySearch } from './records.tsx';
import { showWithdrawal, withdraw } from './withdrawal.tsx';

export const routes: readonly Route[] = [
  get('/workspace/cities', secretariat, showCitySearch),
  get('/workspace/cities/:id', secretariat, showCityRecord),
  get('/workspace/cities/:id/engagements/new', holders(...engagementKeepers), showNewEngagement),
  post('/workspace/cities/:id/engagements', holders(...engagementKeepers), addEngagement),
  get('/workspace/engagements/:id/withdrawal', holders(...engagementKeepers), showWithdrawal),
  post('/workspace/engagements/:id/withdrawal', holders(...engagementKeepers), withdraw),
];
