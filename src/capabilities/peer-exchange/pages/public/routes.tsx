import { z } from 'zod';
import { Confirmation } from '../../../../design/confirmation.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { type FormState, freshForm, submitForm } from '../../../../platform/forms/form.ts';
import { get, post, type Route, type Visit } from '../../../../platform/http/route.ts';
import { formatInstant } from '../../../../platform/languages/format.ts';
import { visitors } from '../../../../platform/permissions/guard.ts';
import { answerIntroductionByLink, readLink } from '../../actions/answer-introduction.ts';
import { sayWhatChangedByLink } from '../../actions/follow-up.ts';
import { groundsInWords } from '../../actions/grounds-in-words.ts';
import { words } from '../../messages/index.ts';
import type { OpenedByLink } from '../../store/by-link.ts';
import { AnswerForm } from '../answer-form.tsx';
import { namedCities } from '../desk.ts';
import { answerFields } from '../exchange.tsx';
import { changeAnswers, FollowUpForm } from '../follow-up.tsx';

/** Pages that a city's letter opens. Never cached: the address is the key. */
export const routes: readonly Route[] = [
  get('/exchange/answers/:token', visitors, showLetter),
  post('/exchange/answers/:token', visitors, answerLetter),
  get('/exchange/answers/:token/received', visitors, showReceived),
];

async function showLetter(visit: Visit): Promise<Response> {
  const opened = await readLink(visit.world, visit.param('token'));
  return await letterPage(visit, opened, freshForm(visit.world));
}

async function answerLetter(visit: Visit): Promise<Response> {
  const token = visit.param('token');
  const opened = await readLink(visit.world, token);
  const received = `/exchange/answers/${token}/received`;
  if (opened.purpose === 'follow-up')
    return await submitForm(visit, {
      schema: changeAnswers,
      act: async (said, once) => {
        await sayWhatChangedByLink(visit.world, token, said, once);
        return received;
      },
      again: (state) => letterPage(visit, opened, state),
    });
  return await submitForm(visit, {
    schema: z.object(answerFields),
    act: async (said, once) => {
      const contact = { name: said.contactName, email: said.contactEmail, language: said.contactLanguage };
      await answerIntroductionByLink(visit.world, token, { answer: said.answer, contact }, once);
      return received;
    },
    again: (state) => letterPage(visit, opened, state),
  });
}

async function letterPage(visit: Visit, opened: OpenedByLink, form: FormState): Promise<Response> {
  const { language, world } = visit;
  const t = words(language);
  const { name } = await namedCities(visit, world.publicDb, opened.cityIds);
  const others = opened.cityIds.filter((id) => id !== opened.cityId).map(name);
  const action = visit.href(visit.url.pathname);
  if (opened.purpose === 'follow-up') {
    return visit.show({
      title: t('what-changed'),
      body: opened.answered ? (
        <PageHead title={t('what-changed')} lead={t('follow-up-answered')} />
      ) : (
        <FollowUpForm {...{ language, action, others, form }} />
      ),
    });
  }
  const isOpen = opened.stage === 'asking' && opened.consentBy > world.now() && opened.answer !== 'no';
  const withWhom = new Intl.ListFormat(language).format(others);
  const title = t('introduction-to', { others: withWhom });
  const reasons = groundsInWords(language, { ...opened, languages: [] }, name);
  return visit.show({
    title,
    body: (
      <>
        <PageHead
          title={title}
          kind={name(opened.cityId)}
          lead={t(isOpen ? 'introduction-lead' : 'answer-closed')}
        />
        <section>
          <h2>{t('why-together')}</h2>
          <ul>
            {reasons.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        {isOpen && (
          <>
            <p>{t('answer-until', { until: formatInstant(language, opened.consentBy) })}</p>
            <AnswerForm
              {...{ language, action, form }}
              city={name(opened.cityId)}
              answered={opened.answer}
              stored={{
                contactName: opened.contact?.name ?? '',
                contactEmail: opened.contact?.email ?? '',
                contactLanguage: opened.contact?.language ?? language,
              }}
            />
          </>
        )}
      </>
    ),
  });
}

async function showReceived(visit: Visit): Promise<Response> {
  const t = words(visit.language);
  const { purpose, answer } = await readLink(visit.world, visit.param('token'));
  const next =
    purpose === 'follow-up' ? 'received-follow-up' : answer === 'no' ? 'received-no' : 'received-yes';
  return visit.show({
    title: t('received'),
    body: <Confirmation title={t('received')}>{t(next)}</Confirmation>,
  });
}
