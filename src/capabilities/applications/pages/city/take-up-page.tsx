import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { SubmitButton } from '../../../../design/button.tsx';
import { Deadline } from '../../../../design/deadline.tsx';
import { Form } from '../../../../design/form/form.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { stageAfter } from '../../../fund/index.ts';
import type { Overview } from '../../actions/overview.ts';
import { words } from '../../messages/index.ts';
import type { Door } from './door.ts';

interface TakeUpPageProps {
  readonly visit: Visit;
  readonly door: Door;
  readonly overview: Overview;
  readonly form: FormState;
}

/** An invited city begins the next stage: when it closes, and what comes along. */
export function TakeUpPage({ visit, door, overview: { open, city }, form }: TakeUpPageProps) {
  const { language } = visit;
  const t = words(language);
  const next = stageAfter(open.window.stages, open.part.stage);
  const stage = open.window.stages.find(({ key }) => key === next);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href(door.base), label: open.window.name[language] }]} />
      <PageHead
        kind={t('application-of', { city: city.name })}
        title={t('take-up')}
        lead={t('take-up-lead')}
        facts={
          stage && [
            { label: t('next-stage'), value: t(`stage.${stage.key}`) },
            {
              label: t('closes'),
              value: (
                <Deadline at={stage.closesAt} now={open.now} timeZone={city.timeZone} placeName={city.name} />
              ),
            },
          ]
        }
      />
      <Form
        action={visit.href(`${door.base}/next-stage`)}
        idempotencyKey={form.idempotencyKey}
        problems={form.problems}
        answers={form.answers}
      >
        <SubmitButton>{t('take-up')}</SubmitButton>
      </Form>
    </>
  );
}
