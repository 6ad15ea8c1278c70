import { FactList } from '../../../../design/fact-list.tsx';
import type { CitySection } from '../../../city-registry/index.ts';
import { factLabel } from '../../actions/fact-label.ts';
import { words } from '../../messages/index.ts';
import { factName } from '../../rules/fact-name.ts';
import { readToldPublicly, toldPublicly } from '../../store/public-facts.ts';
import { PopulationChart } from '../population-chart.tsx';
import { SaidView } from '../said-view.tsx';
import { ValueView } from '../value-view.tsx';

/** What the city says of itself, on its public page: its public facts only, each with its day and source. */
export const citySays: CitySection = {
  column: toldPublicly,
  draw: (visit, told, city) => {
    const { facts, counts } = readToldPublicly(told);
    if (facts.length === 0) return null;
    const { language } = visit;
    const t = words(language);
    const at = `/cities/${city.id}/record`;
    return (
      <section>
        <h2>{t('city-says')}</h2>
        <p>{t('city-says-lead')}</p>
        <PopulationChart language={language} counts={counts} />
        <FactList
          stacked
          facts={facts.map((fact) => ({
            label: factLabel(language, fact.kind, fact.item, fact.value),
            value: (
              <>
                <ValueView
                  language={language}
                  kind={fact.kind}
                  value={fact.value}
                  fileHref={visit.href(`${at}/files/${factName(fact.kind, fact.item)}`)}
                />
                <div class="quiet">
                  <SaidView language={language} fact={fact} />
                </div>
              </>
            ),
          }))}
        />
        <p>
          <a href={visit.href(`${at}/profile`)}>{t('profile')}</a> ·{' '}
          <a href={visit.href(`${at}.csv`)}>{t('csv')}</a> ·{' '}
          <a href={visit.href(`${at}.json`)}>{t('json')}</a>
        </p>
      </section>
    );
  },
};
