import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders, secretariat } from '../../../../platform/permissions/guard.ts';
import { grantKeepers } from '../../permissions.ts';
import type { FormShelf } from '../form-shelf.ts';
import { sendCategory, sendCategoryRemoval, showBudget } from './budget.tsx';
import { decision, proposal, sendDeadline, showDeadline } from './change-routes.tsx';
import { sendCriterion, sendCriterionRemoval, showCriteria } from './criteria.tsx';
import { sendDonor, sendDonorRemoval, showDonors } from './donors.tsx';
import { sendLabel, sendLabelRemoval, showLabels } from './labels.tsx';
import { keptWindowFile, showPreview } from './preview.tsx';
import { sendAnswer, sendQuestionAside, showQuestions } from './questions.tsx';
import { sendRule, sendRuleRemoval, showRules } from './rules.tsx';
import { screeningDecision, sendScreening, showScreenedCity } from './screened-city.tsx';
import { screeningFile, showScreening } from './screening.tsx';
import { sendStageRemoval, stagesStep } from './stages.tsx';
import { sendTerms, showTerms } from './terms.tsx';
import { showWindow } from './window.tsx';
import { sendWindow, showNewWindow, showWindows } from './windows.tsx';
import { sendWording, showWording } from './wording.tsx';

const keepers = holders(...grantKeepers);
const windows = '/workspace/fund/windows';
const window = `${windows}/:id`;
const city = `${window}/cities/:city`;

/** Windows from their first line to their last deadline. @param shelf the application forms a stage may ask */
export const windowRoutes = (shelf: FormShelf): readonly Route[] => {
  const stages = stagesStep(shelf);
  return [
    get(windows, secretariat, showWindows),
    post(windows, keepers, sendWindow),
    get(`${windows}/new`, keepers, showNewWindow),
    get(window, secretariat, showWindow),
    get(`${window}/preview`, secretariat, showPreview),
    get(`${window}/window.json`, secretariat, keptWindowFile),
    get(`${window}/terms`, secretariat, showTerms),
    post(`${window}/terms`, keepers, sendTerms),
    get(`${window}/wording`, secretariat, showWording),
    post(`${window}/wording`, keepers, sendWording),
    get(`${window}/stages`, secretariat, stages.show),
    post(`${window}/stages`, keepers, stages.send),
    post(`${window}/stages/:stage/removal`, keepers, sendStageRemoval),
    get(`${window}/donors`, secretariat, showDonors),
    post(`${window}/donors`, keepers, sendDonor),
    post(`${window}/donors/:donor/removal`, keepers, sendDonorRemoval),
    get(`${window}/rules`, secretariat, showRules),
    post(`${window}/rules`, keepers, sendRule),
    post(`${window}/rules/:key/removal`, keepers, sendRuleRemoval),
    get(`${window}/criteria`, secretariat, showCriteria),
    post(`${window}/criteria`, keepers, sendCriterion),
    post(`${window}/criteria/:key/removal`, keepers, sendCriterionRemoval),
    get(`${window}/budget`, secretariat, showBudget),
    post(`${window}/budget`, keepers, sendCategory),
    post(`${window}/budget/:key/removal`, keepers, sendCategoryRemoval),
    get(`${window}/labels`, secretariat, showLabels),
    post(`${window}/labels`, keepers, sendLabel),
    post(`${window}/labels/:state/:audience/removal`, keepers, sendLabelRemoval),
    post(`${window}/opening`, keepers, proposal('open')),
    post(`${window}/closing`, keepers, proposal('close')),
    get(`${window}/deadlines/:stage`, keepers, showDeadline),
    post(`${window}/deadlines/:stage`, keepers, sendDeadline),
    post(`${window}/changes/:change/approval`, keepers, decision('approved')),
    post(`${window}/changes/:change/refusal`, keepers, decision('refused')),
    post(`${window}/changes/:change/withdrawal`, keepers, decision('withdrawn')),
    get(`${window}/questions`, secretariat, showQuestions),
    post(`${window}/questions/answers`, keepers, sendAnswer),
    post(`${window}/questions/:question/setting-aside`, keepers, sendQuestionAside),
    get(`${window}/cities`, secretariat, showScreening),
    get(`${window}/cities.csv`, secretariat, screeningFile),
    get(city, secretariat, showScreenedCity),
    post(`${city}/screening`, keepers, sendScreening),
    post(`${city}/screenings/:screening/agreement`, keepers, screeningDecision(true)),
    post(`${city}/screenings/:screening/refusal`, keepers, screeningDecision(false)),
  ];
};
