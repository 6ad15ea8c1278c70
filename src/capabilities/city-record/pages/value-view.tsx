import type { ComponentChildren } from 'preact';
import { Tag } from '../../../design/tag.tsx';
import type { Language } from '../../../kernel/language.ts';
import { formatDate, languageName } from '../../../platform/languages/format.ts';
import { words } from '../messages/index.ts';
import type { FactValues } from '../rules/fact.ts';
import type { FactKey } from '../rules/fact-kinds.ts';

interface ValueProps<Key extends FactKey> {
  readonly language: Language;
  readonly value: FactValues[Key];
  /** Where a kept file is served, when the reader may have it. */
  readonly fileHref?: string | undefined;
}

type Views = { readonly [Key in FactKey]: (props: ValueProps<Key>) => ComponentChildren };

/** What each kind says, for people. */
const views: Views = {
  mayor: ({ language, value }) => (
    <>
      <bdi>{value.name}</bdi>, {words(language)(`choice.${value.office}`)}
      <Line parts={[since(language, value.from), until(language, value.to)]} />
    </>
  ),
  'official-languages': Languages,
  'working-languages': Languages,
  'time-zone': ({ value }) => <bdi>{value.zone.replaceAll('_', ' ')}</bdi>,
  population: ({ language, value }) => (
    <>
      <strong>{words(language)('n-people', { n: value.number })}</strong>
      <Line parts={[countedHow(language, value.how), value.note && <span dir="auto">{value.note}</span>]} />
    </>
  ),
  mandate: ({ language, value }) => (
    <>
      {words(language)(value.level === 'other' ? 'choice.other-level' : `choice.${value.level}`)}
      <Line parts={[value.law && <span dir="auto">{value.law}</span>]} />
    </>
  ),
  need: ({ language, value }) => (
    <>
      <Tag tone={value.urgency === 'now' ? 'signal' : 'neutral'}>
        {words(language)(`choice.${value.urgency}`)}
      </Tag>{' '}
      <span dir="auto">{value.detail}</span>
      <Line parts={[until(language, value.until)]} />
    </>
  ),
  capacity: ({ language, value }) => (
    <>
      <span dir="auto">{value.detail}</span>
      <Line parts={[until(language, value.until)]} />
    </>
  ),
  network: ({ value }) => (
    <>
      <bdi>{value.name}</bdi>
      <Line parts={[value.role && <span dir="auto">{value.role}</span>]} />
    </>
  ),
  document: ({ language, value, fileHref }) => (
    <>
      {value.address ? (
        <a href={value.address} rel="nofollow noreferrer">
          <bdi>{value.title}</bdi>
        </a>
      ) : (
        <bdi>{value.title}</bdi>
      )}
      {value.file && fileHref && (
        <>
          {' · '}
          <a href={fileHref}>
            {words(language)('download')} <bdi>{value.file.name}</bdi>
          </a>
        </>
      )}
    </>
  ),
  'contact-point': ({ value }) => (
    <>
      <bdi>{value.office}</bdi>
      <Line
        parts={[
          value.email && (
            <a href={`mailto:${value.email}`}>
              <bdi>{value.email}</bdi>
            </a>
          ),
          value.phone && <bdi dir="ltr">{value.phone}</bdi>,
          value.place && <span dir="auto">{value.place}</span>,
        ]}
      />
    </>
  ),
};

export function ValueView<Key extends FactKey>({ kind, ...props }: ValueProps<Key> & { readonly kind: Key }) {
  return <>{views[kind](props)}</>;
}

function Languages({
  language,
  value,
}: {
  language: Language;
  value: { readonly languages: readonly string[] };
}) {
  const names = value.languages.map((code) => languageName(language, code));
  return <>{new Intl.ListFormat(language).format(names)}</>;
}

export function countedHow(language: Language, how: FactValues['population']['how']): string {
  return words(language)(how === 'other' ? 'choice.other-count' : `choice.${how}`);
}

const since = (language: Language, day: FactValues['mayor']['from']) =>
  day && words(language)('since-day', { date: formatDate(language, day) });
const until = (language: Language, day: FactValues['mayor']['to']) =>
  day && words(language)('until-day', { date: formatDate(language, day) });

/** Small print: what is given, with dots between. */
export function Line({ parts }: { parts: readonly ComponentChildren[] }) {
  const given = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '');
  if (given.length === 0) return null;
  return (
    <p class="quiet">
      {given.map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </p>
  );
}
