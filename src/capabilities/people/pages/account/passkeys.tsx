import { z } from 'zod';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { ErrorSummary } from '../../../../design/form/error-summary.tsx';
import { FormContext } from '../../../../design/form/form-context.ts';
import { TextField } from '../../../../design/form/text-field.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type Column, Table } from '../../../../design/table.tsx';
import { Refusal } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import { optionalText, text } from '../../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { addPasskey, offerPasskey } from '../../actions/add-passkey.ts';
import { browserOf } from '../../actions/browser.ts';
import { refused, relyingParty } from '../../actions/passkey-ceremony.ts';
import { removePasskey } from '../../actions/remove-passkey.ts';
import { words } from '../../messages/index.ts';
import { listPasskeys, type Passkey } from '../../store/passkeys.ts';
import { PasskeyForm } from '../passkey-form.tsx';
import { changingWaysIn } from './door.ts';

const path = '/account/passkeys';
const addSchema = z.object({ response: optionalText(20_000), name: text(60) });
const removeSchema = z.object({});

export async function showPasskeys(visit: Visit): Promise<Response> {
  return await changingWaysIn(visit, path, () =>
    passkeysPage(visit, freshForm(visit.world, { name: browserOf(visit.request).device })),
  );
}

export async function receivePasskey(visit: Visit): Promise<Response> {
  return await changingWaysIn(visit, path, () =>
    submitForm(visit, {
      schema: addSchema,
      act: async ({ response, name }) => {
        const party = relyingParty(visit.world.config, visit.request);
        if (!party) throw new Refusal(refused);
        await addPasskey(visit.world, visit.actor, party, { answer: response ?? '', name });
        return path;
      },
      again: (state) => passkeysPage(visit, state),
    }),
  );
}

export async function receivePasskeyRemoval(visit: Visit): Promise<Response> {
  return await changingWaysIn(visit, path, () =>
    submitForm(visit, {
      schema: removeSchema,
      act: async () => {
        await removePasskey(visit.world, visit.actor, visit.param('id'));
        return path;
      },
      again: (state) => passkeysPage(visit, state),
    }),
  );
}

async function passkeysPage(visit: Visit, state: FormState): Promise<Response> {
  const { world, actor } = visit;
  const t = words(visit.language);
  const passkeys = await reading(world, actor, (tx) => listPasskeys(tx, actor.personId ?? ''));
  const party = relyingParty(world.config, visit.request);
  const options = party && (await offerPasskey(world, actor, party));
  return visit.show({
    title: t('passkeys'),
    script: 'passkey',
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/account'), label: t('account') }]} />
        <ErrorSummary problems={state.problems} />
        <PageHead title={t('passkeys')} lead={t('passkey-lead')} />
        <PasskeyTable visit={visit} passkeys={passkeys} />
        <section>
          <h2>{t('passkey-add')}</h2>
          <FormContext.Provider value={{ id: 'f', ...state }}>
            <PasskeyForm
              action={visit.href(path)}
              idempotencyKey={state.idempotencyKey}
              label={t('passkey-add')}
              ceremony="create"
              options={options}
            >
              <TextField name="name" label={t('passkey-name')} hint={t('passkey-name-hint')} size="medium" />
            </PasskeyForm>
          </FormContext.Provider>
        </section>
      </>
    ),
  });
}

function PasskeyTable({ visit, passkeys }: { visit: Visit; passkeys: readonly Passkey[] }) {
  const t = words(visit.language);
  const columns: Column<Passkey>[] = [
    { key: 'name', title: t('passkey-name'), rowHeader: true, cell: ({ name }) => <bdi>{name}</bdi> },
    { key: 'added', title: t('added'), cell: ({ addedAt }) => <InstantText at={addedAt} /> },
    {
      key: 'used',
      title: t('last-used'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? <InstantText at={lastUsedAt} /> : t('never')),
    },
    {
      key: 'remove',
      title: t('remove'),
      cell: ({ id, name }) => (
        <form method="post" action={visit.href(`${path}/${encodeURIComponent(id)}/removal`)}>
          <input type="hidden" name="key" value={visit.world.newId()} />
          <SubmitButton look="danger">
            {t('remove')}
            <span class="unseen"> {name}</span>
          </SubmitButton>
        </form>
      ),
    },
  ];
  return (
    <Table
      caption={t('passkeys')}
      captionHidden
      columns={columns}
      rows={passkeys}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('passkeys-none')}>{t('passkeys-none-why')}</EmptyState>}
    />
  );
}
