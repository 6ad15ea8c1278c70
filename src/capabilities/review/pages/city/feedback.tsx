import { InstantText } from '../../../../design/date-text.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { notFound } from '../../../../kernel/refusal.ts';
import { reading } from '../../../../platform/database/atomically.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { findOpenWindow } from '../../../fund/index.ts';
import { words } from '../../messages/index.ts';
import { feedbackAbout } from '../../store/feedback.ts';
import { windowOfApplication } from '../../store/overview.ts';
import { FeedbackShown } from '../feedback-shown.tsx';
import { idIn } from '../named.ts';

/** What was sent about a city's application; before that, not even that there will be something. */
export async function showFeedback(visit: Visit): Promise<Response> {
  const seen = await reading(visit.world, visit.actor, async (tx) => {
    const applicationId = idIn(visit, 'application');
    const sent = (await feedbackAbout(tx, applicationId)).filter(({ state }) => state === 'sent');
    const windowId = sent.length > 0 ? await windowOfApplication(tx, applicationId) : undefined;
    const window = windowId && (await findOpenWindow(tx, windowId));
    if (!window) throw notFound();
    return { window, sent };
  });
  const { language } = visit;
  const t = words(language);
  return visit.show({
    title: t('feedback-on'),
    body: (
      <>
        <PageHead kind={seen.window.name[language]} title={t('feedback-on')} lead={t('feedback-on-lead')} />
        {seen.sent.map((feedback) => (
          <section key={feedback.id}>
            <h2>{feedback.sentAt && <InstantText at={feedback.sentAt} />}</h2>
            <FeedbackShown language={language} window={seen.window} feedback={feedback} />
          </section>
        ))}
      </>
    ),
  });
}
