/** What a city's clocks show at a moment: exactly where its zone is known, else by the sun, to the hour. */
export function hourIn(
  city: { readonly timeZone: string | null; readonly longitude: number },
  at: Date,
): { readonly hour: number; readonly exact: boolean } {
  if (city.timeZone !== null) {
    const hour = new Intl.DateTimeFormat('en-GB', {
      timeZone: city.timeZone,
      hour: '2-digit',
      hourCycle: 'h23',
    }).format(at);
    return { hour: Number(hour), exact: true };
  }
  const ahead = Math.round(city.longitude / 15);
  return { hour: (((at.getUTCHours() + ahead) % 24) + 24) % 24, exact: false };
}
