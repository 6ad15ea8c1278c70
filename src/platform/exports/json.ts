/** A bigint is a number where a number can hold it, else its digits as text: amounts must not lose a cent. */
function withoutBigints(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

export function jsonText(value: unknown): string {
  return JSON.stringify(value, withoutBigints);
}

/**
 * Open data for other systems: any origin may read it.
 * @param name of the file to save it as, without `.json`; shown in the browser when not given
 */
export function jsonResponse(value: unknown, name?: string): Response {
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'public, max-age=60',
    'access-control-allow-origin': '*',
  };
  if (name) headers['content-disposition'] = `attachment; filename="${name}.json"`;
  return new Response(jsonText(value), { headers });
}
