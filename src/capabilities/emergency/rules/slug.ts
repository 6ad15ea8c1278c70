/** `Floods in Río Bravo, 2026` becomes `floods-in-rio-bravo-2026`; a title in another script is named by its country and day. */
export function slugOf(title: string, country: string, startsOn: string): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');
  return /[a-z]{3}/.test(plain) ? plain : `emergency-${country.toLowerCase()}-${startsOn}`;
}
