/** A lasting key from English words, unlike those that are there: `people`, `people-2`. */
export function newKey(english: string, taken: readonly { readonly key: string }[]): string {
  const plain =
    english
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replaceAll(/^-|-$/g, '') || 'line';
  for (let n = 1; ; n++) {
    const key = n === 1 ? plain : `${plain}-${n}`;
    if (!taken.some((one) => one.key === key)) return key;
  }
}
