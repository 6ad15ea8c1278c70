const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const known = new Set(zones);

export function isTimeZone(name: string): boolean {
  return known.has(name);
}

/** All zones, those of the country first, for a list to choose from. */
export function timeZonesFor(country: string): string[] {
  const near = zonesOf(country);
  return [...near, ...zones.filter((zone) => !near.includes(zone))];
}

/**
 * The likeliest zone of a place: of its country's zones, the one whose clock is nearest to the sun's.
 * A guess to be confirmed: borders of zones follow provinces, not meridians.
 */
export function guessTimeZone(country: string, longitude: number, day: Date): string {
  const sun = longitude * 4;
  const near = zonesOf(country).toSorted(
    (a, b) => Math.abs(offsetMinutes(a, day) - sun) - Math.abs(offsetMinutes(b, day) - sun),
  );
  return near[0] ?? 'UTC';
}

function zonesOf(country: string): string[] {
  // Not yet in TypeScript's library; the engines we run on have it.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getTimeZones?: () => string[] | undefined;
  };
  return (locale.getTimeZones?.() ?? []).filter((zone) => known.has(zone));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes by which the zone's clocks are ahead of UTC at that moment. */
export function offsetMinutes(zone: string, at: Date): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
