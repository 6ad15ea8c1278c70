// Records without a type of their own here are had as `Edition['positions'][number]`.
export type { EditionClaim } from './claims/claim.ts';
export { deriveClaims } from './derive-claims.ts';
export { type Edition, readEdition } from './read-edition.ts';
export type { Body, Seat } from './schema/bodies.ts';
export type { Definition, PublishedFigure } from './schema/figures.ts';
export type { Forum, ForumEdition, Participation } from './schema/forums.ts';
export type { DonorCommitment, FundWindow, Grant, Result } from './schema/fund.ts';
export type { LibraryItem } from './schema/knowledge.ts';
export type { Person, Source } from './schema/organisations.ts';
export type { City } from './schema/places.ts';
