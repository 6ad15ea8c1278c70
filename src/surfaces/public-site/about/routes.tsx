import { get, type Route } from '../../../platform/http/route.ts';
import { anyone } from '../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { AboutPage } from './about-page.tsx';

export const aboutRoutes: readonly Route[] = [
  get('/about', anyone, (visit) => {
    const t = words(visit.language);
    return visit.show({
      title: t('about.title'),
      description: t('about.lead'),
      body: <AboutPage visit={visit} />,
      cacheSeconds: 300,
    });
  }),
];
