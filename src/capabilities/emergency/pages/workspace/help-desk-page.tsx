import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { SelectField } from '../../../../design/form/select-field.tsx';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import type { Side } from '../../store/record.ts';
import { type Frame, sideName } from '../frame.ts';
import { HelpPicture } from '../help-picture.tsx';
import { Refused } from '../press.tsx';
import type { HelpDeskState } from './help-desk.tsx';
import { SideTable } from './side-table.tsx';

interface HelpDeskPageProps extends Frame, HelpDeskState {
  readonly mayRun: boolean;
}

export function HelpDeskPage({ form, item, mayRun, ...frame }: HelpDeskPageProps) {
  const { language, href, record } = frame;
  const t = words(language);
  const at = href(`/workspace/emergencies/${record.id}`);
  const open = (sides: readonly Side[]) =>
    sides
      .filter(({ stage }) => stage === 'open')
      .map((side) => ({
        value: side.id,
        label: `${sideName(language, side)}: ${t(`help.${side.kind}`)}, ${side.what}`,
      }));
  return (
    <>
      <Breadcrumb crumbs={[{ href: at, label: wordingFor(record.wordings, language).title }]} />
      {item !== undefined && <Refused language={language} form={form} />}
      <PageHead title={t('who-helps-whom')} lead={t('help-desk-lead')} />
      <section id="pairings">
        <HelpPicture
          {...frame}
          csv={`/workspace/emergencies/${record.id}/help.csv`}
          act={(pairing) => <a href={`${at}/pairings/${pairing.id}`}>{t('open-pairing')}</a>}
        />
      </section>
      {mayRun && open(record.needs).length > 0 && open(record.offers).length > 0 && (
        <section>
          <h2>{t('pair-up')}</h2>
          <Form
            action={`${at}/pairings`}
            problems={item === undefined ? form.problems : []}
            answers={item === undefined ? form.answers : {}}
            idempotencyKey={form.idempotencyKey}
          >
            <SelectField name="need" label={t('need')} choices={open(record.needs)} />
            <SelectField name="offer" label={t('offer-of')} choices={open(record.offers)} />
            <TextField name="remark" label={t('why-pair')} optional />
            <SubmitButton>{t('pair-up')}</SubmitButton>
          </Form>
        </section>
      )}
      <SideTable {...frame} side="need" sides={record.needs} {...{ form, item, mayRun }} />
      <SideTable {...frame} side="offer" sides={record.offers} {...{ form, item, mayRun }} />
    </>
  );
}
