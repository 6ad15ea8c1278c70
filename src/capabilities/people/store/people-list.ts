import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/database/atomically.ts';

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly account: 'open' | 'invited' | 'suspended' | 'none';
  /** How many match in all, beyond this page. */
  readonly total: number;
}

export interface PeopleWanted {
  readonly words?: string | undefined;
  readonly role?: Role | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** People with an account by name; with words, also those without one, for instance mayors of the public record. */
export async function listPeople(reader: Reader, wanted: PeopleWanted): Promise<ListedPerson[]> {
  const like = wanted.words ? likeAnywhere(wanted.words) : null;
  const { rows } = await sql<ListedPerson>`
    with holding as (
      select person_id, array_agg(distinct role order by role) as roles from people.role_grant
      where ended_at is null and (clock_timestamp() at time zone 'UTC')::date between from_date and coalesce(to_date, 'infinity')
      group by person_id
    )
    select p.id, p.name, coalesce(h.roles, '{}') as roles, count(*) over ()::int as total,
      case when a.person_id is null then 'none' when a.suspended_at is not null then 'suspended'
        when a.invited_until > clock_timestamp() then 'invited' else 'open' end as account
    from people.person p
    left join people.account a on a.person_id = p.id
    left join holding h on h.person_id = p.id
    where (${like}::text is not null or a.person_id is not null)
      and (${like}::text is null or public.unaccent(p.name) ilike public.unaccent(${like})
        or exists (select 1 from people.email_address e where e.person_id = p.id and e.address like lower(${like})))
      and (${wanted.role ?? null}::text is null or ${wanted.role ?? null} = any (h.roles))
    order by lower(p.name), p.id limit ${wanted.limit} offset ${wanted.offset}`.execute(reader);
  return rows;
}

/** Anywhere in the text; what is typed stands for itself, `%` and `_` too. */
export function likeAnywhere(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
