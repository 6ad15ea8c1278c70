import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { InstantText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Visit } from '../../../../platform/http/route.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { whyNotDecide } from '../../permissions.ts';
import { standingOf, whyNotThrough } from '../../rules/channel.ts';
import { isOpen } from '../../rules/request.ts';
import { requestFacts, StageTag } from '../request-view.tsx';
import type { RequestFile } from './request-file.ts';

/** All that staff need to decide: what was asked and by what, who vouches, what the council knows, what was said on the telephone. */
export function RequestPage({ visit, file }: { visit: Visit; file: RequestFile }) {
  const { language, actor } = visit;
  const { request, city, papers, term } = file;
  const t = words(language);
  const base = visit.href(`/workspace/mandates/requests/${request.id}`);
  const mayDecide = whyNotDecide(actor, request) === undefined;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { href: visit.href('/workspace/mandates'), label: t('desk') },
          { href: visit.href(`/workspace/mandates/cities/${request.cityId}`), label: city },
        ]}
      />
      <PageHead
        kind={t(`kind.${request.kind}`)}
        title={<bdi>{request.name}</bdi>}
        stage={<StageTag language={language} stage={request.stage} />}
        next={mayDecide && <NextStep visit={visit} file={file} base={base} />}
      />
      {request.decidedWhy && (
        <Notice tone="neutral" title={t('reason-given')}>
          <bdi>{request.decidedWhy}</bdi>
        </Notice>
      )}
      <section>
        <h2>{t('what-is-asked')}</h2>
        <FactList
          stacked
          facts={[
            ...requestFacts(language, request, city),
            { label: t('email-address'), value: <bdi dir="ltr">{request.email}</bdi> },
            { label: t('language-of-mail'), value: languageName(language, request.language) },
            { label: t('purpose'), value: <bdi>{request.why}</bdi> },
            ...(request.moreAsked ? [{ label: t('more-asked'), value: <bdi>{request.moreAsked}</bdi> }] : []),
            ...(request.moreSaid ? [{ label: t('your-answer'), value: <bdi>{request.moreSaid}</bdi> }] : []),
            { label: t('staff-needed'), value: String(term.staffNeeded) },
          ]}
        />
        <h3>{t('papers')}</h3>
        <ul>
          {papers.map((paper) => (
            <li key={paper.id}>
              <a href={`${base}/papers/${paper.id}`} download>
                <bdi>{paper.name}</bdi>
              </a>
            </li>
          ))}
        </ul>
        <p class="quiet">{t(papers.length > 0 ? 'papers-careful' : 'papers-none')}</p>
      </section>
      <Calls visit={visit} file={file} />
      <Vouches visit={visit} file={file} />
      <p>
        <a href={visit.href(`/workspace/acts?kind=mandate-request&id=${request.id}`)}>{t('audit-trail')}</a>
      </p>
    </>
  );
}

interface PartProps {
  readonly visit: Visit;
  readonly file: RequestFile;
}

function NextStep({ visit, file, base }: PartProps & { base: string }) {
  const t = words(visit.language);
  const usable = file.channels.some((channel) => !whyNotThrough(channel, file.request));
  return (
    <>
      {usable && (
        <ButtonLink look="main" href={`${base}/call`}>
          {t('log-call')}
        </ButtonLink>
      )}{' '}
      <ButtonLink href={`${base}/question`}>{t('ask-more')}</ButtonLink>{' '}
      <ButtonLink look="danger" href={`${base}/refusal`}>
        {t('refuse')}
      </ButtonLink>
    </>
  );
}

function Calls({ visit, file }: PartProps) {
  const { language } = visit;
  const { request, channels, calls, term } = file;
  const t = words(language);
  const { confirmed, isDenied } = standingOf(calls, term.staffNeeded);
  const usable = channels.filter((channel) => !whyNotThrough(channel, request));
  return (
    <section>
      <h2>{t('verification')}</h2>
      {isOpen(request) && <p>{t('confirmed-of', { n: confirmed, needed: term.staffNeeded })}</p>}
      {isDenied && <Notice tone="stopped">{t('denied-so-refuse')}</Notice>}
      {isOpen(request) && usable.length === 0 && (
        <EmptyState
          title={t('no-channel')}
          action={{
            href: visit.href(`/workspace/mandates/cities/${request.cityId}/channels/new`),
            label: t('record-channel'),
          }}
        >
          {t('no-channel-what')}
        </EmptyState>
      )}
      <ul>
        {channels.map((channel) => {
          const reason = whyNotThrough(channel, request);
          return (
            <li key={channel.id}>
              {t(`channel.${channel.kind}`)}: <bdi>{channel.reach}</bdi>{' '}
              {reason ? (
                <span class="quiet">{explain(language, reason)}</span>
              ) : (
                <Tag tone="active">{t('known-before')}</Tag>
              )}
            </li>
          );
        })}
      </ul>
      {calls.map((call) => (
        <FactList
          key={call.id}
          stacked
          facts={[
            { label: t('outcome'), value: t(`outcome.${call.outcome}`) },
            { label: t('reached-at'), value: <InstantText at={call.reachedAt} /> },
            { label: t('through'), value: <bdi>{call.reach}</bdi> },
            { label: t('answered-by'), value: <bdi>{call.answeredBy}</bdi> },
            { label: t('office'), value: <bdi>{call.office}</bdi> },
            { label: t('called-by'), value: <bdi>{call.byName}</bdi> },
            ...(call.note ? [{ label: t('note'), value: <bdi>{call.note}</bdi> }] : []),
          ]}
        />
      ))}
    </section>
  );
}

function Vouches({ visit, file: { vouches, proposer } }: PartProps) {
  const t = words(visit.language);
  return (
    <section>
      <h2>{t('vouches')}</h2>
      {proposer && <p>{t('proposed-by', { name: proposer })}</p>}
      <ul>
        {vouches.map((vouch) => (
          <li key={vouch.personId}>
            <bdi>{vouch.name}</bdi>: <bdi>{vouch.words}</bdi>{' '}
            <span class="quiet">
              <InstantText at={vouch.at} />
            </span>
          </li>
        ))}
      </ul>
      <p class="quiet">{t(vouches.length > 0 ? 'vouches-not-enough' : 'vouches-none')}</p>
    </section>
  );
}
