import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { type CityOption, CityPicker } from '../../../../design/city-picker.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Tone } from '../../../../design/tag.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { because } from '../../../../kernel/refusal.ts';
import { words } from '../../messages/index.ts';
import type { Eligibility, Verdict } from '../../rules/eligibility.ts';
import type { Call } from '../../store/call-page.ts';
import { Findings } from './findings.tsx';

interface EligibilityPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly call: Call;
  readonly chosen: CityOption | undefined;
  readonly found: readonly CityOption[] | undefined;
  readonly typed: string;
  readonly judged: Eligibility | undefined;
  /** The button was pressed with nothing chosen or typed. */
  readonly notChosen: boolean;
}

const tones: Record<Verdict, Extract<Tone, 'done' | 'stopped' | 'signal'>> = {
  eligible: 'done',
  'not-eligible': 'stopped',
  'needs-a-look': 'signal',
};

/** Choose a city, see whether it may apply, rule by rule. */
export function EligibilityPage(props: EligibilityPageProps) {
  const { language, href, call, chosen, found, judged } = props;
  const t = words(language);
  const { slug, name } = call.window;
  const base = `/fund/windows/${slug}`;
  const problems = props.notChosen ? [{ field: 'city', reason: because('fund:choose-a-city') }] : [];
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: href('/fund'), label: t('fund') },
          { href: href(base), label: name[language] },
        ]}
      />
      <PageHead title={t('can-your-city-apply')} lead={t('eligibility-lead')} />
      {judged && chosen && (
        <section>
          <h2>
            <bdi>{chosen.name}</bdi>
          </h2>
          <Notice tone={tones[judged.verdict]} title={t(`verdict.${judged.verdict}`)}>
            <p>{t(`verdict-means.${judged.verdict}`)}</p>
            {judged.raises > 0 && <p>{t('raises', { n: judged.raises })}</p>}
          </Notice>
          <Findings {...{ language }} findings={judged.findings} regions={call.regions} />
          <p>
            <a href={href(`${base}?city=${chosen.id}`)}>{t('times-of-city', { city: chosen.name })}</a>
          </p>
        </section>
      )}
      <section>
        <h2>{t(judged ? 'another-city' : 'choose-your-city')}</h2>
        <Form
          action={href(`${base}/eligibility`)}
          method="get"
          problems={problems}
          answers={{ citySearch: props.typed }}
        >
          <CityPicker
            name="city"
            searchAction={href(`${base}/eligibility/cities`)}
            found={found}
            chosen={judged ? undefined : chosen}
          />
          <SubmitButton>{t('check')}</SubmitButton>
        </Form>
      </section>
      <p class="quiet">{t('eligibility-is-no-promise')}</p>
    </>
  );
}
