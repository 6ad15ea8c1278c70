/** Where to go after a sign-in: a path of this site only, so that no link can lead through us to somebody else's. */
export function localReturn(wanted: string | undefined): string {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('/sign-')) return home;
  try {
    const url = new URL(wanted, origin);
    // Browsers read `//host` and `/\host` as another host; so does this parser.
    return url.origin === origin ? url.pathname + url.search : home;
  } catch {
    return home;
  }
}

const origin = 'http://here.invalid';
const home = '/account';
