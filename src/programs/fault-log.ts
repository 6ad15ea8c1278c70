/** One line of JSON on standard error for each fault, so that an operator can search by the reference the page showed. */
export function logFault(reference: string, error: unknown, request?: Request): void {
  const { name, message, stack, code } = error as Error & { code?: string };
  const where = request ? { method: request.method, path: new URL(request.url).pathname } : {};
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), fault: reference, ...where, name, message, code, stack })}\n`,
  );
}
