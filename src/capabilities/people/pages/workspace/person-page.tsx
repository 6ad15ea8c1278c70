import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '../../../../design/button.tsx';
import type { Fact } from '../../../../design/fact-list.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { hasRole } from '../../../../kernel/actor.ts';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { listActs } from '../../../../platform/audit/act.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { formatDate, languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { type Account, findAccount } from '../../store/accounts.ts';
import { getContact } from '../../store/persons.ts';
import { type GrantedRole, listRolesOf } from '../../store/roles.ts';
import { listOpenSessions } from '../../store/sessions.ts';
import { RoleTimeline } from '../role-timeline.tsx';
import { ActTrail } from './act-trail.tsx';
import type { CityLookup } from './cities.ts';

/** Whose page it is; an address with no person's id leads nowhere. */
export function personOf(visit: Visit): string {
  const id = visit.param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}

/** Changes need a director or administrator, who is somebody else. */
function mayKeep(visit: Visit): boolean {
  return hasRole(visit.actor, 'director', 'administrator') && visit.actor.personId !== visit.param('id');
}

export async function showPerson(visit: Visit, cities: CityLookup): Promise<Response> {
  const id = personOf(visit);
  const t = words(visit.language);
  const seen = await reading(visit.world, visit.actor, async (tx) => {
    const roles = await listRolesOf(tx, id);
    const cityIds = roles.flatMap(({ cityId }) => cityId ?? []);
    return {
      contact: await getContact(tx, id),
      account: await findAccount(tx, id),
      sessions: await listOpenSessions(tx, id),
      cityNames: new Map(
        (await cities.list(tx, cityIds, visit.language)).map((city) => [city.id, city.name]),
      ),
      acts: await listActs(tx, { subject: { kind: 'person', id } }),
      roles,
    };
  });
  const { contact, account, roles } = seen;
  const isKept = mayKeep(visit) && account !== undefined;
  return visit.show({
    title: contact.name,
    body: (
      <>
        <Breadcrumb crumbs={[{ href: visit.href('/workspace/people'), label: t('people') }]} />
        <PageHead
          kind={t('person')}
          title={<bdi>{contact.name}</bdi>}
          facts={personFacts(visit, seen)}
          next={
            isKept && (
              <ButtonLink look="main" href={visit.href(`/workspace/people/${id}/roles/new`)}>
                {t('role-grant')}
              </ButtonLink>
            )
          }
        />
        {account?.suspendedAt && (
          <Notice tone="stopped">{t('suspended-because', { why: account.suspendedWhy ?? '' })}</Notice>
        )}
        <section>
          <h2>{t('roles')}</h2>
          <RoleTimeline
            roles={roles}
            cityNames={seen.cityNames}
            offers={(role) => isKept && <EndLink visit={visit} role={role} />}
          />
        </section>
        {isKept && <AccountActs visit={visit} account={account} sessions={seen.sessions.length} />}
        <ActTrail language={visit.language} acts={seen.acts} />
      </>
    ),
  });
}

interface Seen {
  readonly contact: Awaited<ReturnType<typeof getContact>>;
  readonly account: Account | undefined;
  readonly sessions: readonly unknown[];
}

function personFacts(visit: Visit, { contact, account, sessions }: Seen): Fact[] {
  const t = words(visit.language);
  const facts: Fact[] = [
    { label: t('language-of-mail'), value: languageName(visit.language, contact.language) },
  ];
  if (contact.addresses.length > 0)
    facts.unshift({ label: t('email'), value: <bdi dir="ltr">{contact.addresses.join(', ')}</bdi> });
  if (account?.invitedUntil && account.invitedUntil > visit.world.now())
    facts.push({
      label: t('invited-until'),
      value: formatDate(visit.language, dayInUtc(account.invitedUntil)),
    });
  if (!account) facts.push({ label: t('account-state'), value: t('account-none') });
  if (hasRole(visit.actor, 'director', 'administrator'))
    facts.push({ label: t('open-sessions'), value: String(sessions.length) });
  return facts;
}

function EndLink({ visit, role }: { visit: Visit; role: GrantedRole }) {
  const t = words(visit.language);
  if (role.endedAt) return null;
  const said = t(`role.${role.role}`);
  return (
    <p>
      <a
        href={visit.href(`/workspace/people/${role.personId}/roles/${role.id}/end`)}
        aria-label={`${t('role-end')}: ${said}`}
      >
        {t('role-end')}
      </a>
    </p>
  );
}

interface AccountActsProps {
  readonly visit: Visit;
  readonly account: Account;
  readonly sessions: number;
}

function AccountActs({ visit, account, sessions }: AccountActsProps) {
  const t = words(visit.language);
  const base = `/workspace/people/${visit.param('id')}`;
  const press = (path: string, label: string) => (
    <form method="post" action={visit.href(`${base}${path}`)}>
      <SubmitButton look="plain">{label}</SubmitButton>
    </form>
  );
  return (
    <section>
      <h2>{t('account-state')}</h2>
      {press('/invitation', t('person-invite-again'))}
      {sessions > 0 && press('/sessions/revocation', t('sessions-end-all'))}
      {account.suspendedAt ? (
        press('/reinstatement', t('reinstate'))
      ) : (
        <p>
          <ButtonLink look="danger" href={visit.href(`${base}/suspension`)}>
            {t('suspend')}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}
