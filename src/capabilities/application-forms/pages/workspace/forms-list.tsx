import { ButtonLink } from '../../../../design/button.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Table } from '../../../../design/table.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import { whyNotKeepForms } from '../../permissions.ts';
import { type ListedForm, listForms } from '../../store/forms.ts';
import { said } from '../said.ts';
import type { FindFormUses, FormUse } from './form-uses.ts';
import { formPath, formsPath } from './paths.ts';

/** All forms, those in use first. */
export function showForms(findUses: FindFormUses) {
  return async (visit: Visit): Promise<Response> => {
    const t = words(visit.language);
    const forms = await reading(visit.world, visit.actor, listForms);
    const uses = await findUses(visit);
    const keeps = !whyNotKeepForms(visit.actor);
    const body = (
      <>
        <PageHead
          title={t('forms')}
          lead={t('forms-lead')}
          next={
            keeps && (
              <>
                <ButtonLink look="main" href={visit.href(`${formsPath}/new`)}>
                  {t('form-new')}
                </ButtonLink>{' '}
                <ButtonLink href={visit.href(`${formsPath}/import`)}>{t('form-import')}</ButtonLink>
              </>
            )
          }
        />
        <FormsTable visit={visit} forms={forms} uses={uses} />
      </>
    );
    return visit.show({ title: t('forms'), body });
  };
}

interface FormsTableProps {
  readonly visit: Visit;
  readonly forms: readonly ListedForm[];
  readonly uses: readonly FormUse[];
}

function FormsTable({ visit, forms, uses }: FormsTableProps) {
  const t = words(visit.language);
  return (
    <Table
      caption={t('forms')}
      captionHidden
      rows={forms}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: t('form-title'),
          rowHeader: true,
          cell: (form) => (
            <a href={visit.href(formPath(form.id))}>{said(form.title, visit.language) || form.slug}</a>
          ),
        },
        { key: 'purpose', title: t('form-purpose'), cell: ({ purpose }) => t(`purpose.${purpose}`) },
        {
          key: 'stage',
          title: t('form-stage'),
          cell: (form) => <FormTags form={form} language={visit.language} />,
        },
        {
          key: 'uses',
          title: t('form-uses'),
          figure: true,
          cell: ({ publishedId }) => uses.filter(({ versionId }) => versionId === publishedId).length,
        },
      ]}
      empty={<EmptyState title={t('forms-none')}>{t('forms-none-why')}</EmptyState>}
    />
  );
}

function FormTags({ form, language }: { form: ListedForm; language: Visit['language'] }) {
  const t = words(language);
  return (
    <>
      {form.retiredAt ? (
        <Tag tone="stopped">{t('stage.retired')}</Tag>
      ) : (
        form.published !== null && <Tag tone="done">{t('stage.published', { version: form.published })}</Tag>
      )}{' '}
      {form.draft !== null && <Tag tone="waiting">{t('stage.draft', { version: form.draft })}</Tag>}{' '}
      {form.isExample && <Tag tone="neutral">{t('stage.example')}</Tag>}
    </>
  );
}
