import { ButtonLink } from '../../../../design/button.tsx';
import { Deadline } from '../../../../design/deadline.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { formatMoney } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { currentStage } from '../../rules/window-change.ts';
import type { WholeFund } from '../../store/fund.ts';
import { CallParts, type CallPartsProps } from './call-parts.tsx';
import { GrantsTable } from './grants-table.tsx';

/** What a window that cities can apply to, or could, says of itself: on its page, and in staff's preview. */
export function CallPage(props: CallPartsProps & { readonly fund: Pick<WholeFund, 'grants'> }) {
  const { language, href, call, now, fund } = props;
  const { window } = call;
  const t = words(language);
  const stage = window.state === 'closed' ? undefined : currentStage(window.stages, now);
  const isOpen = stage !== undefined && stage.opensAt <= now;
  return (
    <>
      <PageHead
        kind={t('window')}
        title={window.name[language]}
        lead={window.theme[language]}
        stage={
          <Tag tone={isOpen ? 'active' : stage ? 'waiting' : 'neutral'}>
            {t(isOpen ? 'window-is.open' : stage ? 'window-is.ahead' : 'window-is.closed')}
          </Tag>
        }
        facts={[
          ...(window.ceiling ? [{ label: t('ceiling'), value: formatMoney(language, window.ceiling) }] : []),
          ...(window.termMonths === null
            ? []
            : [{ label: t('term'), value: t('months', { n: window.termMonths }) }]),
          ...(stage
            ? [
                {
                  label: t(isOpen ? 'stage-closes' : 'stage-opens', { stage: t(`stage.${stage.key}`) }),
                  value: (
                    <Deadline
                      at={isOpen ? stage.closesAt : stage.opensAt}
                      now={now}
                      timeZone={window.timeZone}
                    />
                  ),
                },
              ]
            : []),
        ]}
        next={
          isOpen ? (
            <ButtonLink look="main" href={href(`/fund/windows/${window.slug}/eligibility`)}>
              {t('check-your-city')}
            </ButtonLink>
          ) : undefined
        }
      />
      <CallParts {...props} />
      {fund.grants.length > 0 && (
        <section>
          <h2>{t('grants')}</h2>
          <GrantsTable
            {...{ language, href }}
            grants={fund.grants}
            csv={href(`/fund/grantees.csv?window=${window.slug}`)}
          />
        </section>
      )}
    </>
  );
}
