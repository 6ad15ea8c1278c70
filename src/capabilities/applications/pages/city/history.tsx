import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { Difference } from '../../../../design/difference.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { findFormVersion, findQuestion, plainAnswer } from '../../../application-forms/index.ts';
import { readingAs } from '../../actions/applicant.ts';
import { words } from '../../messages/index.ts';
import { countVersions, listVersions } from '../../store/answers.ts';
import { doorOf, openDoor } from './door.ts';

/** Which answers were changed how often, by whom last. */
export async function showHistory(visit: Visit): Promise<Response> {
  const door = await doorOf(visit);
  const open = await openDoor(visit, door);
  const rows = await readingAs(visit.world, door.applicant, (tx) => countVersions(tx, open.part.id));
  const t = words(visit.language);
  const label = (key: string) => findQuestion(open.form, key)?.label[visit.language] ?? key;
  const body = (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(door.base), label: open.window.name[visit.language] }]} />
      <PageHead title={t('earlier-versions')} lead={t('earlier-versions-lead')} />
      <Table
        caption={t('earlier-versions')}
        captionHidden
        rows={rows}
        rowKey={({ questionKey }) => questionKey}
        empty={<EmptyState title={t('nothing-written')}>{t('nothing-written-why')}</EmptyState>}
        columns={[
          {
            key: 'question',
            title: t('question'),
            rowHeader: true,
            cell: ({ questionKey }) => (
              <a href={visit.href(`${door.base}/history/${encodeURIComponent(questionKey)}`)}>
                {label(questionKey)}
              </a>
            ),
          },
          { key: 'versions', title: t('versions'), figure: true, cell: ({ versions }) => versions },
          { key: 'by', title: t('last-written-by'), cell: ({ byName }) => <bdi>{byName}</bdi> },
          { key: 'at', title: t('when'), cell: ({ lastAt }) => <InstantText at={lastAt} /> },
        ]}
      />
    </>
  );
  return visit.show({ title: t('earlier-versions'), body });
}

/** One answer through all its versions, each beside the one before, under the question it answered. */
export async function showAnswerHistory(visit: Visit): Promise<Response> {
  const door = await doorOf(visit);
  const open = await openDoor(visit, door);
  const key = visit.param('question');
  const { versions, forms } = await readingAs(visit.world, door.applicant, async (tx) => {
    const all = await listVersions(tx, open.part.id, key);
    const ids = [...new Set(all.map(({ formVersionId }) => formVersionId))];
    return { versions: all, forms: await Promise.all(ids.map((id) => findFormVersion(tx, id))) };
  });
  if (versions.length === 0) throw notFound();
  const { language } = visit;
  const t = words(language);
  const questionOf = (formVersionId: string) => {
    const form = forms.find((one) => one?.id === formVersionId) ?? open.form;
    return findQuestion(form, key);
  };
  const title = questionOf(versions[0]?.formVersionId ?? '')?.label[language] ?? key;
  const body = (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href(door.base), label: open.window.name[language] },
          { href: visit.href(`${door.base}/history`), label: t('earlier-versions') },
        ]}
      />
      <PageHead kind={t('earlier-versions')} title={title} />
      {versions.map((version, index) => {
        const question = questionOf(version.formVersionId);
        if (!question) return null;
        const before = versions[index + 1];
        return (
          <section key={version.version}>
            <h2>
              {t('version-n', { n: version.version })}, <InstantText at={version.at} />
            </h2>
            <p class="quiet">
              <bdi>{version.byName}</bdi>, {t(`origin.${version.origin}`)}
            </p>
            <Difference
              before={plainAnswer(question, before?.value ?? undefined, language)}
              after={plainAnswer(question, version.value ?? undefined, language)}
            />
          </section>
        );
      })}
    </>
  );
  return visit.show({ title, body });
}
