import { Gallery } from '../../../design/gallery/gallery.tsx';
import { get, type Route } from '../../../platform/http/route.ts';
import { anyone } from '../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';

/** Every piece of the design kit in all its states, for those who build and those who judge. */
export const galleryRoutes: readonly Route[] = [
  get('/gallery', anyone, (visit) =>
    visit.show({
      title: words(visit.language)('gallery.title'),
      body: <Gallery language={visit.language} />,
      script: true,
    }),
  ),
];
