import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders } from '../../../../platform/permissions/guard.ts';
import { translatorRoles } from '../../permissions.ts';
import { showDesk } from './desk.tsx';
import { sendGlossary, sendNewTerm, sendRetirement, sendTerm, showGlossary, showTerm } from './glossary.tsx';
import { sendMachineRequest, sendReturnedFile, sendXliff, showRecord } from './record.tsx';
import { sendTaking, showReturnedFile } from './returned-file.tsx';
import { sendRenderings, sendReviews, showText } from './text.tsx';

const translators = holders(...translatorRoles);
const at = '/workspace/translation';

export const routes: readonly Route[] = [
  get(at, translators, showDesk),
  get(`${at}/glossary`, translators, showGlossary),
  post(`${at}/glossary`, translators, sendNewTerm),
  get(`${at}/glossary.csv`, translators, sendGlossary),
  get(`${at}/glossary/:id`, translators, showTerm),
  post(`${at}/glossary/:id`, translators, sendTerm),
  post(`${at}/glossary/:id/retirement`, translators, sendRetirement),
  get(`${at}/records/:kind/:id`, translators, showRecord),
  get(`${at}/records/:kind/:id/xliff`, translators, sendXliff),
  post(`${at}/records/:kind/:id/files`, translators, sendReturnedFile),
  post(`${at}/records/:kind/:id/machine-drafts`, translators, sendMachineRequest),
  get(`${at}/texts/:id`, translators, showText),
  post(`${at}/texts/:id/renderings`, translators, sendRenderings),
  post(`${at}/texts/:id/reviews`, translators, sendReviews),
  get(`${at}/files/:id`, translators, showReturnedFile),
  post(`${at}/files/:id/taking`, translators, sendTaking),
];
