import { type Fact, FactList } from '../../../../design/fact-list.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { Body } from '../../rules/body.ts';
import type { Kin } from '../../store/bodies.ts';

interface RulesProps {
  readonly body: Body;
  readonly kin: readonly Kin[];
  readonly language: Language;
  readonly href: (path: string) => string;
}

/** The rules of a body in plain words. What is not public is said to be so, not left out. */
export function RulesInWords({ body, kin, language, href }: RulesProps) {
  const t = words(language);
  const unknown = <span class="quiet">{t('rule-not-published')}</span>;
  const { decision } = body;
  const says = [
    decision.power && t(`power-${decision.power}`),
    decision.majority && t(`majority-${decision.majority}`),
    decision.quorumPercent && t('quorum', { share: decision.quorumPercent }),
    decision.note?.[language],
  ].filter(Boolean);
  const facts: Fact[] = [
    { label: t('composition'), value: body.composition[language] },
    {
      label: t('meets'),
      value:
        body.cadence
          .map(({ atLeastPerYear, level }) => t(`meets-${level}`, { n: atLeastPerYear }))
          .join(' ') || unknown,
    },
    { label: t('term'), value: body.termMonths ? t('months', { n: body.termMonths }) : unknown },
    { label: t('appointment'), value: body.appointment?.[language] ?? unknown },
    { label: t('decides'), value: says.length > 0 ? says.join(' ') : unknown },
    ...(['parent', 'part', 'predecessor', 'successor'] as const).flatMap((which) => {
      const kindred = kin.filter((one) => one.kin === which);
      return kindred.length === 0
        ? []
        : [{ label: t(which), value: <KinLinks kin={kindred} {...{ language, href }} /> }];
    }),
  ];
  return <FactList facts={facts} stacked />;
}

function KinLinks({ kin, language, href }: Omit<RulesProps, 'body'>) {
  return (
    <>
      {kin.map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 && ' · '}
          <a href={href(`/bodies/${slug}`)}>{name[language]}</a>
        </span>
      ))}
    </>
  );
}
