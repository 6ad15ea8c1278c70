import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders, secretariat } from '../../../../platform/permissions/guard.ts';
import { formKeepers } from '../../permissions.ts';
import { sendHtml, sendJson, sendWord } from './carry-away.ts';
import { showChecks } from './checks-page.tsx';
import { showDifference } from './difference-page.tsx';
import { showDraft } from './draft-page.tsx';
import { sendCopy, sendMove, sendPartRemoval } from './draft-parts.ts';
import { sendDraft, sendDraftRemoval, sendPublication, sendRetirement, sendReturn } from './form-acts.ts';
import { showForm } from './form-page.tsx';
import type { FindFormUses } from './form-uses.ts';
import { showForms } from './forms-list.tsx';
import { sendImport, showImport } from './import-form.tsx';
import { sendNewForm, showNewForm } from './new-form.tsx';
import { showPreview, tryPreview } from './preview-page.tsx';
import { sendNewQuestion, sendQuestion, showNewQuestion, showQuestion } from './question-page.tsx';
import { formTitle, newSection, sectionWords } from './section-page.tsx';

const keepers = holders(...formKeepers);
const at = '/workspace/forms';
const one = `${at}/:id`;
const draft = `${one}/draft`;

/** All of the secretariat reads forms; those who keep them build them. @param findUses where versions are asked */
export function formRoutes(findUses: FindFormUses): readonly Route[] {
  return [
    get(at, secretariat, showForms(findUses)),
    get(`${at}/new`, keepers, showNewForm),
    post(at, keepers, sendNewForm),
    get(`${at}/import`, keepers, showImport),
    post(`${at}/imports`, keepers, sendImport),
    get(one, secretariat, showForm(findUses)),
    post(draft, keepers, sendDraft(findUses)),
    get(draft, keepers, showDraft),
    post(`${draft}/removal`, keepers, sendDraftRemoval(findUses)),
    get(`${draft}/title`, keepers, formTitle.show),
    post(`${draft}/title`, keepers, formTitle.send),
    post(`${draft}/moves`, keepers, sendMove),
    post(`${draft}/copies`, keepers, sendCopy),
    post(`${draft}/removals`, keepers, sendPartRemoval),
    get(`${draft}/sections/new`, keepers, newSection.show),
    post(`${draft}/sections`, keepers, newSection.send),
    get(`${draft}/sections/:section`, keepers, sectionWords.show),
    post(`${draft}/sections/:section`, keepers, sectionWords.send),
    get(`${draft}/questions/new`, keepers, showNewQuestion),
    post(`${draft}/questions`, keepers, sendNewQuestion),
    get(`${draft}/questions/:question`, keepers, showQuestion),
    post(`${draft}/questions/:question`, keepers, sendQuestion),
    get(`${draft}/checks`, keepers, showChecks),
    post(`${one}/versions`, keepers, sendPublication),
    get(`${one}/versions/:version/preview`, secretariat, showPreview),
    post(`${one}/versions/:version/preview`, secretariat, tryPreview),
    get(`${one}/versions/:version/difference`, secretariat, showDifference),
    get(`${one}/versions/:version/form.json`, secretariat, sendJson),
    get(`${one}/versions/:version/form.docx`, secretariat, sendWord),
    get(`${one}/versions/:version/form.html`, secretariat, sendHtml),
    post(`${one}/retirement`, keepers, sendRetirement(findUses)),
    post(`${one}/return`, keepers, sendReturn(findUses)),
  ];
}
