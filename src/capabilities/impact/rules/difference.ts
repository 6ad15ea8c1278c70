/** How the published number and ours stand to each other. */
export type Difference =
  | 'nothing-published'
  | 'nothing-computed'
  | 'same'
  | 'published-more'
  | 'published-less';

/** Both in the same unit. "250+" is met by 250 or more, "up to 5" by 5 or fewer. */
export function differenceOf(
  computed: number | null,
  published: { readonly value: number; readonly qualifier: string } | undefined,
): Difference {
  if (!published) return 'nothing-published';
  const { value, qualifier } = published;
  if (computed === value) return 'same';
  if (computed === null || computed === 0) return 'nothing-computed';
  if (computed > value) return ['more than', 'at least'].includes(qualifier) ? 'same' : 'published-less';
  return qualifier === 'up to' ? 'same' : 'published-more';
}
