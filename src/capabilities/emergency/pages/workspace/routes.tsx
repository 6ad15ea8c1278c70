import { csvResponse } from '../../../../platform/exports/csv.ts';
import { get, post, type Route } from '../../../../platform/http/route.ts';
import { holders, secretariat } from '../../../../platform/permissions/guard.ts';
import { keepers } from '../../permissions.ts';
import { helpColumns, noteColumns } from '../files.ts';
import { idIn, recordFor } from '../frame.ts';
import { sendNoteAsStaff, showNewNoteAsStaff } from '../note.tsx';
import { sideRoutes } from '../side-acts.ts';
import { sendClosing, showClosing } from './closing.tsx';
import { sendPairing, showHelpDesk } from './help-desk.tsx';
import { searchFirstCity, sendOpening, showOpening } from './opening.tsx';
import { sendMove, showOverview, showPreview } from './overview.tsx';
import { sendStep, showPairing } from './pairing.tsx';
import { searchPlace, sendPlace, sendPlaceRemoval, showPlaces } from './places.tsx';
import { sendNewResource, sendResource, showNewResource, showResource } from './resource.tsx';
import { sendCheck, showResources } from './resources.tsx';
import { showNotesDesk, showWorkList } from './lists.tsx';
import { sendSending, sendUpdate, showNewUpdate, showUpdates } from './updates.tsx';
import { sendWords, showWords } from './wording.tsx';

const keeper = holders(...keepers);
const at = '/workspace/emergencies';

export const routes: readonly Route[] = [
  get(at, secretariat, showWorkList),
  get(`${at}/new`, keeper, showOpening),
  post(at, keeper, sendOpening),
  post(`${at}/new/city-search`, keeper, searchFirstCity),
  get(`${at}/:id`, secretariat, showOverview),
  get(`${at}/:id/preview`, secretariat, showPreview),
  post(`${at}/:id/publication`, keeper, (visit) => sendMove(visit, 'publish')),
  post(`${at}/:id/confirmation`, keeper, (visit) => sendMove(visit, 'confirm')),
  post(`${at}/:id/taking-back`, keeper, (visit) => sendMove(visit, 'take-back')),
  get(`${at}/:id/closing`, keeper, showClosing),
  post(`${at}/:id/closing`, keeper, sendClosing),
  get(`${at}/:id/words/:language`, keeper, showWords),
  post(`${at}/:id/words/:language`, keeper, sendWords),
  get(`${at}/:id/places`, keeper, showPlaces),
  post(`${at}/:id/places`, keeper, sendPlace),
  post(`${at}/:id/places/city-search`, keeper, searchPlace),
  post(`${at}/:id/places/:city/removal`, keeper, sendPlaceRemoval),
  get(`${at}/:id/resources`, secretariat, showResources),
  get(`${at}/:id/resources/new`, keeper, showNewResource),
  post(`${at}/:id/resources`, keeper, sendNewResource),
  get(`${at}/:id/resources/:resource`, keeper, showResource),
  post(`${at}/:id/resources/:resource`, keeper, sendResource),
  post(`${at}/:id/resources/:resource/checks`, keeper, sendCheck),
  get(`${at}/:id/notes`, secretariat, showNotesDesk),
  get(`${at}/:id/notes.csv`, secretariat, async (visit) => {
    const record = await recordFor(visit, { id: idIn(visit, 'id') });
    return csvResponse(`${record.slug}-notes`, noteColumns(record), record.notes);
  }),
  get(`${at}/:id/notes/new`, keeper, showNewNoteAsStaff),
  post(`${at}/:id/notes`, keeper, sendNoteAsStaff),
  get(`${at}/:id/help`, secretariat, showHelpDesk),
  get(`${at}/:id/help.csv`, secretariat, async (visit) => {
    const record = await recordFor(visit, { id: idIn(visit, 'id') });
    return csvResponse(`${record.slug}-help`, helpColumns(record), record.pairings);
  }),
  ...sideRoutes(`${at}/:id`, keeper, ['verification', 'showing', 'withdrawal']),
  post(`${at}/:id/pairings`, keeper, sendPairing),
  get(`${at}/:id/pairings/:pairing`, secretariat, showPairing),
  post(`${at}/:id/pairings/:pairing/steps`, keeper, sendStep),
  get(`${at}/:id/updates`, secretariat, showUpdates),
  get(`${at}/:id/updates/new`, keeper, showNewUpdate),
  post(`${at}/:id/updates`, keeper, sendUpdate),
  post(`${at}/:id/updates/:update/sending`, keeper, sendSending),
];
