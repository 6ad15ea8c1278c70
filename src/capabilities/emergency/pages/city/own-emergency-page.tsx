import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import type { SideName } from '../../store/help.ts';
import type { Side } from '../../store/record.ts';
import { type Frame, sideName } from '../frame.ts';
import { HelpPicture } from '../help-picture.tsx';
import { NoteList } from '../note-list.tsx';
import { Press, Refused } from '../press.tsx';
import { SideTags } from '../workspace/side-table.tsx';

interface OwnEmergencyPageProps extends Frame {
  readonly form: FormState;
  /** Ids of the cities the reader acts for. */
  readonly own: readonly string[];
}

export function OwnEmergencyPage({ form, own, ...frame }: OwnEmergencyPageProps) {
  const { language, href, record } = frame;
  const t = words(language);
  const touched = record.cities.some(({ id }) => own.includes(id));
  const isOpen = record.stage === 'published';
  const at = `/portal/emergencies/${record.slug}`;
  const isOwn = ({ city }: Side) => city !== null && own.includes(city.id);
  const ownSides = [
    ...record.needs.filter(isOwn).map((side) => ({ ...side, name: 'need' as const })),
    ...record.offers.filter(isOwn).map((side) => ({ ...side, name: 'offer' as const })),
  ];
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/portal/emergencies'), label: t('emergencies') }]} />
      <Refused language={language} form={form} />
      <PageHead
        kind={t('emergency')}
        title={<bdi>{wordingFor(record.wordings, language).title}</bdi>}
        stage={<Tag tone={isOpen ? 'signal' : 'done'}>{t(isOpen ? 'open' : 'closed')}</Tag>}
        lead={<a href={href(`/emergencies/${record.slug}`)}>{t('public-page')}</a>}
        next={
          isOpen && (
            <>
              {touched && (
                <>
                  <ButtonLink look="main" href={href(`${at}/notes/new`)}>
                    {t('new-note')}
                  </ButtonLink>{' '}
                </>
              )}
              <ButtonLink href={href(`/emergencies/${record.slug}/ask`)}>{t('ask')}</ButtonLink>{' '}
              <ButtonLink href={href(`/emergencies/${record.slug}/offer`)}>{t('offer')}</ButtonLink>
            </>
          )
        }
      />
      <section id="own">
        <h2>{t('own-sides')}</h2>
        <OwnSides {...frame} form={form} sides={ownSides} />
      </section>
      <section id="help">
        <h2>{t('who-helps-whom')}</h2>
        <HelpPicture {...frame} />
      </section>
      <section id="notes">
        <h2>{t('notes')}</h2>
        {record.notes.length === 0 && (
          <EmptyState title={t('no-notes')}>{t(touched ? 'no-notes-why' : 'notes-not-touched')}</EmptyState>
        )}
        <NoteList
          {...frame}
          notes={record.notes.slice(0, 50)}
          tellsAudience
          correctHref={({ id, cityId, fromCity }) =>
            isOpen && fromCity && own.includes(cityId) ? href(`${at}/notes/new?corrects=${id}`) : undefined
          }
        />
      </section>
    </>
  );
}

interface OwnSidesProps extends Frame {
  readonly form: FormState;
  readonly sides: readonly (Side & { readonly name: SideName })[];
}

/** What the city asked and offered; it says itself whether the page may name it. */
function OwnSides({ language, href, record, form, sides }: OwnSidesProps) {
  const t = words(language);
  const at = href(`/portal/emergencies/${record.slug}`);
  return (
    <Table
      caption={t('own-sides')}
      captionHidden
      rows={sides}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          title: t('kind'),
          rowHeader: true,
          cell: (row) => (
            <>
              {t(row.name === 'need' ? 'need' : 'offer-of')}: <span dir="auto">{row.what}</span>{' '}
              <span class="quiet">
                <bdi>{sideName(language, row)}</bdi>
              </span>
            </>
          ),
        },
        { key: 'state', title: t('state'), cell: (row) => <SideTags language={language} row={row} /> },
        {
          key: 'act',
          title: t('to-do'),
          cell: (row) =>
            row.stage === 'open' && (
              <>
                <Press
                  action={`${at}/${row.name}s/${row.id}/showing`}
                  form={form}
                  version={row.version}
                  name="mayShow"
                  value={row.mayShow ? 'no' : 'yes'}
                >
                  {t(row.mayShow ? 'stop-showing' : 'start-showing')}
                </Press>
                <Press
                  action={`${at}/${row.name}s/${row.id}/withdrawal`}
                  form={form}
                  version={row.version}
                  look="danger"
                >
                  {t('withdraw')}
                </Press>
              </>
            ),
        },
      ]}
      empty={<p class="quiet">{t('no-own-sides')}</p>}
    />
  );
}
