import type { ComponentChildren } from 'preact';
import { InstantText } from '../../../design/date-text.tsx';
import { EmptyState } from '../../../design/empty-state.tsx';
import { useLanguage } from '../../../design/language-context.ts';
import { Tag } from '../../../design/tag.tsx';
import { Timeline } from '../../../design/timeline.tsx';
import { type CalendarDate, dayInUtc } from '../../../kernel/calendar-date.ts';
import { words } from '../messages/index.ts';
import type { GrantedRole } from '../store/roles.ts';

interface RoleTimelineProps {
  readonly roles: readonly GrantedRole[];
  readonly cityNames?: ReadonlyMap<string, string>;
  /** What may be done with a role, below it. */
  readonly offers?: (role: GrantedRole) => ComponentChildren;
}

/** Each role as an interval: since when, until when, given by whom, on what basis, ended why. */
export function RoleTimeline({ roles, cityNames, offers }: RoleTimelineProps) {
  const t = words(useLanguage());
  if (roles.length === 0) return <EmptyState title={t('roles-none')}>{t('roles-none-why')}</EmptyState>;
  return (
    <Timeline
      entries={roles.map((role) => ({
        key: role.id,
        date: role.from,
        until: lastDayOf(role),
        title: (
          <>
            {t(`role.${role.role}`)} <HeldFor role={role} cityNames={cityNames} />
          </>
        ),
        tag: role.endedAt && <Tag tone="stopped">{t('role-ended')}</Tag>,
        children: (
          <>
            <p class="quiet">
              {role.grantedBy ? t('granted-by', { name: role.grantedBy }) : t('granted-by-operator')} ·{' '}
              <bdi>{role.basis}</bdi>
            </p>
            {role.endedAt && (
              <p class="quiet">
                {t('role-ended')} <InstantText at={role.endedAt} /> · <bdi>{role.endedWhy}</bdi>
              </p>
            )}
            {offers?.(role)}
          </>
        ),
      }))}
    />
  );
}

/** A role ended early lasted until that day. */
function lastDayOf({ to, endedAt }: GrantedRole): CalendarDate | null {
  const ended = endedAt && dayInUtc(endedAt);
  return ended && (!to || ended < to) ? ended : to;
}

/** The city or organisation a role is held for. */
function HeldFor({ role, cityNames }: { role: GrantedRole; cityNames: RoleTimelineProps['cityNames'] }) {
  const name = role.organisation ?? (role.cityId && cityNames?.get(role.cityId));
  return name ? <bdi>({name})</bdi> : null;
}
