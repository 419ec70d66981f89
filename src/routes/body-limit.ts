/**
 * Routes whose forms bring files. They take the form in as it comes (`receiveForm` of platform/uploads), which has its own limits, and
 * never with `request.formData()`, which would hold all of it in memory.
 */
const TAKES_FILES: ReadonlySet<string> = new Set([
  '/desk/drafts/[id]/upload',
  '/api/v1/drafts/[id]/attachments',
  '/library/[slug]/files',
]);

/** What may be sent to any other route: bytes. A form with every field of a practice full is a fifth of it. */
const LARGEST_BODY = 512 * 1024;

/**
 * Whether a route takes a body: yes; not one of unknown length, which nothing would bound; not one so large. The server itself lets more
 * through (bin/start.js), for those routes that take files. What is longer than its sender says never arrives: Node sees to it.
 */
export function mayBring({ headers }: Request, route: string | null): 'yes' | 'unknown-length' | 'too-large' {
  if (route !== null && TAKES_FILES.has(route)) return 'yes';
  if (headers.has('transfer-encoding')) return 'unknown-length';
  return Number(headers.get('content-length') ?? 0) <= LARGEST_BODY ? 'yes' : 'too-large';
}
