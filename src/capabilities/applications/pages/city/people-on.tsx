import { SubmitButton } from '../../../../design/button.tsx';
import { Form } from '../../../../design/form/form.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import type { OpenApplication } from '../../actions/open-application.ts';
import { words } from '../../messages/index.ts';
import { whyNotTakeRole } from '../../permissions.ts';
import { participantRoles } from '../../rules/application.ts';
import type { Door } from './door.ts';

interface PeopleOnProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly open: OpenApplication;
}

/** Who works on it as what; whose mandate has ended no longer counts. A colleague who takes no part yet can take one. */
export function PeopleOn({ visit, door, open }: PeopleOnProps) {
  const t = words(visit.language);
  const mine = open.participants.find(({ personId }) => personId === visit.actor.personId);
  const offered = participantRoles.filter(
    (role) => role !== mine?.role && !whyNotTakeRole(visit.actor, open.application, role, open.participants),
  );
  return (
    <section>
      <h2>{t('people')}</h2>
      <ul>
        {open.participants.map((one) => (
          <li key={one.id}>
            <bdi>{one.name}</bdi>: {t(`role.${one.role}`)}
            {!one.hasMandate && <span class="quiet"> ({t('mandate-over')})</span>}
          </li>
        ))}
      </ul>
      {(!mine || !open.participants.some((one) => one.role === 'lead' && one.hasMandate)) &&
        offered.length > 0 && (
          <Form
            action={visit.href(`${door.base}/roles`)}
            idempotencyKey={visit.world.newId()}
            id="take"
            aside
          >
            <p>{mine ? t('nobody-leads') : t('take-part')}</p>
            <p>
              {offered.map((role) => (
                <>
                  <SubmitButton look="plain" name="role" value={role}>
                    {t(`take-role.${role}`)}
                  </SubmitButton>{' '}
                </>
              ))}
            </p>
          </Form>
        )}
      <p>
        <a href={visit.href(`${door.base}/people`)}>{t('change-people')}</a>
      </p>
    </section>
  );
}
