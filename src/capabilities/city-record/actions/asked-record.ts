/** What stands behind the mail of a month: one asking of one city. */
export function askedRecord(cityId: string, at: Date): string {
  return `city-record/${cityId}/${at.toISOString().slice(0, 7)}`;
}
