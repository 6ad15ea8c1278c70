import { EngagedMap, FigureOnCard, type ImpactPage } from '../../../capabilities/impact/index.ts';
import { SubmitButton } from '../../../design/button.tsx';
import { Form } from '../../../design/form/form.tsx';
import { TextField } from '../../../design/form/text-field.tsx';
import { Columns, Figures } from '../../../design/layout.tsx';
import { PageHead } from '../../../design/page-head.tsx';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';

interface HomePageProps {
  readonly visit: Visit;
  readonly impact: ImpactPage;
  readonly asAt: CalendarDate;
}

/** The strong figure of the page, then one of each kind people ask for first; the rest is a click away. */
const headline = 'cities-engaged-ever';
const beside = ['grantees-announced', 'funding-unlocked', 'positions-influenced', 'people-reached-directly'];

/** The first page: what the council is, what can be shown, where, and the ways in. */
export function HomePage({ visit, impact, asAt }: HomePageProps) {
  const t = words(visit.language);
  const { language, href } = visit;
  const figureOf = (key: string) => impact.figures.filter((figure) => figure.key === key);
  const engaged = impact.figures.find(({ key }) => key === headline)?.shares?.cities ?? impact.cities.length;
  return (
    <>
      <PageHead title={t('home.title')} lead={t('home.lead')} />
      <Columns>
        <section>
          <h2>{t('home.figures')}</h2>
          <p>{t('home.figures-lead')}</p>
          {figureOf(headline).map((figure) => (
            <FigureOnCard
              key={figure.key}
              figure={figure}
              asAt={asAt}
              language={language}
              href={href}
              headline
            />
          ))}
        </section>
        <EngagedMap
          cities={impact.cities}
          all={engaged}
          reckonings={impact.reckonings}
          language={language}
          href={href}
          query=""
        />
      </Columns>
      <section>
        <Figures>
          {beside.flatMap(figureOf).map((figure) => (
            <FigureOnCard key={figure.key} figure={figure} asAt={asAt} language={language} href={href} />
          ))}
        </Figures>
        <p>
          <a href={href('/impact')}>{t('home.all-figures')}</a>
        </p>
      </section>
      <Columns>
        <section>
          <h2>{t('home.find-city')}</h2>
          <Form action={href('/cities')} method="get">
            <TextField name="search" label={t('home.city-name')} hint={t('home.find-city-hint')} />
            <SubmitButton>{t('home.find')}</SubmitButton>
          </Form>
        </section>
        <section class="prose">
          <h2>{t('home.explore')}</h2>
          <ul>
            {ways.map(({ path, key }) => (
              <li key={path}>
                <a href={href(path)}>{t(key)}</a>
              </li>
            ))}
          </ul>
        </section>
      </Columns>
      <section class="prose">
        <h2>{t('home.objectives')}</h2>
        <ol>
          {([1, 2, 3, 4] as const).map((objective) => (
            <li key={objective}>{t(`home.objective-${objective}`)}</li>
          ))}
        </ol>
      </section>
    </>
  );
}

const ways = [
  { path: '/fund', key: 'home.explore-fund' },
  { path: '/bodies', key: 'home.explore-bodies' },
  { path: '/forums', key: 'home.explore-forums' },
  { path: '/log', key: 'home.explore-log' },
] as const;
