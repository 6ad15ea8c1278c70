export { clausesIn } from './reading/read-text.ts';
export { Unreadable } from './reading/unreadable.ts';
export { alignDrafts, type Fate, type Passage } from './rules/drafts/align-drafts.ts';
export { type Change, wordDifference } from './rules/drafts/word-difference.ts';
export type { Clause } from './rules/splitting/clauses.ts';
export type { Ask, TracedText } from './rules/tracing/document.ts';
export { type Proposal, trace, type Traced } from './rules/tracing/trace.ts';
