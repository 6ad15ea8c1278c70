import type { CalendarDate, PartialDate } from '../../../../kernel/calendar-date.ts';
import type { CsvColumn } from '../../../../platform/exports/csv.ts';
import { sitsOn } from '../../rules/seat.ts';
import type { ShownBody, ShownSeat } from '../../store/bodies.ts';

/** A seat in a file, with the day the file speaks of. */
interface SeatLine {
  readonly seat: ShownSeat;
  readonly asAt: CalendarDate;
  readonly termMonths: number | null;
}

export const seatColumns: readonly CsvColumn<SeatLine>[] = [
  { head: 'city', cell: ({ seat }) => seat.city?.name },
  { head: 'city_id', cell: ({ seat }) => seat.city?.id },
  { head: 'country', cell: ({ seat }) => seat.city?.country },
  { head: 'global_south', cell: ({ seat }) => seat.city?.globalSouth },
  { head: 'secondary_city', cell: ({ seat }) => seat.city?.secondaryCity },
  { head: 'person', cell: ({ seat }) => seat.personName },
  { head: 'organisation', cell: ({ seat }) => seat.organisation?.name.en },
  { head: 'role', cell: ({ seat }) => seat.role },
  { head: 'from', cell: ({ seat }) => written(seat.tenure.from) },
  { head: 'from_certainty', cell: ({ seat }) => seat.tenure.fromCertainty },
  { head: 'to', cell: ({ seat }) => written(seat.tenure.to) },
  { head: 'to_certainty', cell: ({ seat }) => seat.tenure.toCertainty },
  { head: 'last_listed', cell: ({ seat }) => written(seat.tenure.lastListed) },
  { head: 'as_at', cell: ({ asAt }) => asAt },
  { head: 'held', cell: ({ seat, asAt, termMonths }) => sitsOn(seat.tenure, asAt, termMonths) },
  { head: 'inferred', cell: ({ seat }) => seat.inferred },
  {
    head: 'sources',
    cell: ({ seat }) => seat.sources.map((source) => source.address ?? source.slug).join(' '),
  },
];

/** As much of the date as its source says: 2019, 2019-07 or 2019-07-16. */
function written(date: PartialDate | null): string | null {
  return date && date.date.slice(0, { year: 4, month: 7, day: 10 }[date.precision]);
}

/** A body as other systems read it. */
export function bodyForSystems(body: ShownBody, asAt: CalendarDate) {
  const { tenure } = body;
  return {
    slug: body.slug,
    name: body.name,
    acronym: body.acronym,
    belongsTo: body.belongsTo,
    purpose: body.purpose,
    rules: {
      composition: body.composition,
      cadence: body.cadence,
      termMonths: body.termMonths,
      appointment: body.appointment,
      decision: body.decision,
    },
    from: written(tenure.from),
    to: written(tenure.to),
    lastListed: written(tenure.lastListed),
    seats: body.seats.map((seat) =>
      Object.fromEntries(
        seatColumns.map(({ head, cell }) => [
          camel(head),
          cell({ seat, asAt, termMonths: body.termMonths }) ?? null,
        ]),
      ),
    ),
  };
}

function camel(head: string): string {
  return head.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
