import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Deadline } from '../../../../design/deadline.tsx';
import { CheckboxField } from '../../../../design/form/checkbox-field.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import type { Overview } from '../../actions/overview.ts';
import { words } from '../../messages/index.ts';
import { whyNotSubmit } from '../../permissions.ts';
import { answersHash } from '../../rules/canonical.ts';
import { filesFollowHours, filesIn } from '../../rules/manifest.ts';
import type { Door } from './door.ts';

interface SignaturePageProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly overview: Overview;
  readonly form: FormState;
}

/** The last step: what is signed, by whom, until when, and what happens the moment it is sent. */
export function SignaturePage({ visit, door, overview, form }: SignaturePageProps) {
  const { open, city } = overview;
  const { language } = visit;
  const t = words(language);
  const why = whyNotSubmit(visit.actor, open, visit.world.now());
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href(door.base), label: open.window.name[language] },
          { href: visit.href(`${door.base}/check`), label: t('read-it-through') },
        ]}
      />
      <PageHead
        kind={t('application-of', { city: city.name })}
        title={t('sign-and-send')}
        facts={[
          {
            label: t('closes'),
            value: (
              <Deadline
                at={open.stage.closesAt}
                now={open.now}
                timeZone={city.timeZone}
                placeName={city.name}
              />
            ),
          },
        ]}
      />
      {why && <Notice tone="signal">{explain(language, why)}</Notice>}
      <p>{t('sign-what-happens')}</p>
      {filesIn(open.answers).length > 0 && <p>{t('sign-files-follow', { hours: filesFollowHours })}</p>}
      <Form
        action={visit.href(`${door.base}/submission`)}
        idempotencyKey={form.idempotencyKey}
        problems={form.problems}
        answers={form.answers}
      >
        <input type="hidden" name="seen" value={answersHash(open.answers)} />
        <CheckboxField
          name="agreed"
          question={t('sign-and-send')}
          label={t('sign-i-may', { city: city.name })}
        />
        <SubmitButton>{t('sign-and-send')}</SubmitButton>
      </Form>
    </>
  );
}
