import type { Topic } from './case.ts';

/** What a city may agree to share with a partner, one by one. */
export const shareables = ['city', 'question', 'name', 'role', 'email', 'documents'] as const;
export type Shareable = (typeof shareables)[number];

export function isShareable(word: string): word is Shareable {
  return (shareables as readonly string[]).includes(word);
}

/** All there is of a case that could be shared. */
export interface Sharer {
  readonly topic: Topic;
  readonly cityName: string | null;
  readonly question: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly documents: readonly { readonly id: string; readonly name: string }[];
}

/** What a partner is shown. The topic is always told: without it there is no question. */
export interface Shared {
  readonly topic: Topic;
  readonly city?: string;
  readonly question?: string;
  readonly name?: string;
  readonly role?: string;
  readonly email?: string;
  readonly documents?: readonly { readonly id: string; readonly name: string }[];
}

/** Exactly what was agreed to, and nothing that was not: built up field by field, never cut down from the whole. */
export function sharedOf(all: Sharer, agreed: readonly Shareable[]): Shared {
  const may = (field: Shareable) => agreed.includes(field);
  return {
    topic: all.topic,
    ...(may('city') && all.cityName !== null ? { city: all.cityName } : {}),
    ...(may('question') ? { question: all.question } : {}),
    ...(may('name') ? { name: all.name } : {}),
    ...(may('role') && all.role !== '' ? { role: all.role } : {}),
    ...(may('email') ? { email: all.email } : {}),
    ...(may('documents') ? { documents: all.documents } : {}),
  };
}
