import { FactList } from '../../../design/fact-list.tsx';
import type { Language } from '../../../kernel/language.ts';
import { factLabel } from '../actions/fact-label.ts';
import { words } from '../messages/index.ts';
import type { Completeness } from '../rules/completeness.ts';
import { type Fact, factIn } from '../rules/fact.ts';
import { factPath } from './place.ts';

interface CompletenessProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly base: string;
  readonly complete: Completeness;
  readonly facts: readonly Fact[];
  readonly mayChange: boolean;
}

const shownAtMost = 4;

/** How much is told and how fresh it is, and what to do about it. */
export function CompletenessView({ language, href, base, complete, facts, mayChange }: CompletenessProps) {
  const t = words(language);
  const { told, wanted, fresh, next } = complete;
  return (
    <section>
      <h2>{t('complete-title')}</h2>
      <p>
        <meter min={0} max={wanted} value={fresh} aria-hidden="true" />{' '}
        {t('complete-says', { told, wanted, fresh })}
      </p>
      {mayChange && next.length === 0 && <p>{t('all-done')}</p>}
      {mayChange && next.length > 0 && (
        <FactList
          stacked
          facts={[
            {
              label: t('do-next'),
              value: (
                <>
                  <ul>
                    {next.slice(0, shownAtMost).map(({ kind, item, why }) => (
                      <li key={`${kind}.${item}`}>
                        <a href={href(factPath(base, kind, item))}>
                          {t(why === 'old' ? 'do-confirm' : 'do-tell', {
                            fact: factLabel(language, kind, item, factIn(facts, kind, item)?.value),
                          })}
                        </a>
                      </li>
                    ))}
                  </ul>
                  {next.length > shownAtMost && (
                    <p class="quiet">{t('and-more', { n: next.length - shownAtMost })}</p>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
