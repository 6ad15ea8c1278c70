import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { whyNotRun } from '../../permissions.ts';
import { wordingFor } from '../../rules/response.ts';
import { listResponses } from '../../store/record.ts';
import { frameOf, idIn, recordFor } from '../frame.ts';
import { NoteList } from '../note-list.tsx';
import { ResponseTable } from '../public/list-page.tsx';

/** All emergencies, drafts too. */
export async function showWorkList(visit: Visit): Promise<Response> {
  const { language, world, actor } = visit;
  const responses = await reading(world, actor, (tx) => listResponses(tx));
  const t = words(language);
  const open = { href: visit.href('/workspace/emergencies/new'), label: t('open-emergency') };
  const mayOpen = whyNotRun(actor) === undefined;
  const body = (
    <>
      <PageHead
        title={t('emergencies')}
        lead={t('emergencies-staff-lead')}
        next={
          mayOpen && (
            <ButtonLink look="main" href={open.href}>
              {open.label}
            </ButtonLink>
          )
        }
      />
      <ResponseTable
        {...{ language, responses }}
        hrefOf={({ id }) => visit.href(`/workspace/emergencies/${id}`)}
        {...(mayOpen ? { emptyAction: open } : {})}
      />
    </>
  );
  return visit.show({ title: t('emergencies'), body });
}

/** All notes of one emergency, of every audience, with the way to correct them. */
export async function showNotesDesk(visit: Visit): Promise<Response> {
  const { language, actor } = visit;
  const frame = frameOf(visit, await recordFor(visit, { id: idIn(visit, 'id') }));
  const { record } = frame;
  const t = words(language);
  const at = visit.href(`/workspace/emergencies/${record.id}`);
  const mayWrite = whyNotRun(actor) === undefined && record.stage === 'published';
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: at, label: wordingFor(record.wordings, language).title }]} />
      <PageHead
        title={t('notes')}
        lead={t('notes-lead')}
        next={mayWrite && <ButtonLink href={`${at}/notes/new`}>{t('new-note')}</ButtonLink>}
      />
      {record.notes.length === 0 && (
        <EmptyState title={t('no-notes')}>{t(mayWrite ? 'no-notes-why' : 'notes-when-published')}</EmptyState>
      )}
      <NoteList
        {...frame}
        notes={record.notes}
        tellsAudience
        correctHref={(note) => (mayWrite ? `${at}/notes/new?corrects=${note.id}` : undefined)}
      />
      <p>
        <a href={`/workspace/emergencies/${record.id}/notes.csv`}>{t('csv')}</a>
      </p>
    </>
  );
  return visit.show({ title: t('notes'), body });
}
