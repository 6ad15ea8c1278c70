/** An address from a title: Latin letters and digits; what no letter is left of gets its fallback. */
export function slugFrom(title: string, fallback: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return plain.length >= 3 ? plain : fallback;
}
