import { render } from 'preact-render-to-string';
import { LanguageContext } from '../../../design/language-context.ts';
import { directionOf } from '../../../kernel/language.ts';
import type { Visit } from '../../../platform/http/route.ts';
import type { CityMatter } from '../../../platform/tasks/city-matter.ts';
import { words } from '../messages/index.ts';
import type { Mandate } from '../store/grants.ts';
import { HandOverPack } from './hand-over-pack.tsx';

interface Pack {
  readonly city: { readonly id: string; readonly shown: string };
  readonly matters: readonly CityMatter[];
  readonly holding: readonly Mandate[];
  readonly made: Date;
}

/** A page of its own, without scripts or styles to fetch: opens and prints anywhere; its links lead back here. */
export function packFile(visit: Visit, { city, ...pack }: Pack): Response {
  const { language, world } = visit;
  const t = words(language);
  const title = t('hand-over-of', { city: city.shown });
  const text = render(
    <LanguageContext.Provider value={language}>
      <html lang={language} dir={directionOf(language)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>{title}</title>
        </head>
        <body>
          <h1>{title}</h1>
          <p>{t('hand-over-lead')}</p>
          <HandOverPack
            {...{ language, ...pack }}
            hrefOf={({ path }) => `${world.config.publicUrl}${visit.href(path)}`}
          />
        </body>
      </html>
    </LanguageContext.Provider>,
  );
  return new Response(`<!doctype html>${text}`, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="hand-over-${city.id}.html"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    },
  });
}
