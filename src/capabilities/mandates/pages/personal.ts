/** A page about persons, or opened by a secret address: kept by no cache, its address told to no other page. */
export function personal(response: Response): Response {
  response.headers.set('cache-control', 'no-store');
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('x-robots-tag', 'noindex');
  return response;
}
