import type { RequestEvent } from '@sveltejs/kit';
import type { Complaint } from '#platform/problem.ts';
import { LONGEST_REMARK } from '#forum/drafts/index.ts';
import { refusal, unreadable } from './problems.ts';

/** What a request says in JSON, whatever it is; or how it is told that this is none. */
export async function jsonOf({ request, locals }: RequestEvent): Promise<{ value: unknown } | Response> {
  const { locale } = locals.ctx;
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/merge-patch+json')
    return refusal(locale, 415, { key: 'api.send-json' }, {}, { accept: 'application/json' });
  try {
    return { value: JSON.parse(await request.text()) as unknown };
  } catch {
    return refusal(locale, 400, { key: 'api.broken-json' });
  }
}

/** Reads one field: its value, or undefined where it says nothing that can be taken. */
type FieldReader<Value> = (value: unknown) => Value | undefined;
type Read<Readers> = { [Name in keyof Readers]: Readers[Name] extends FieldReader<infer Value> ? Value : never };

/**
 * The fields of a JSON object, each by its reader; a field that is not sent is read as null. Where one cannot be read, or is not among
 * them, the answer that names it.
 */
export async function fieldsOf<Readers extends Record<string, FieldReader<unknown>>>(
  event: RequestEvent,
  readers: Readers,
): Promise<{ said: Read<Readers> } | Response> {
  const { locale } = event.locals.ctx;
  const body = await jsonOf(event);
  if (body instanceof Response) return body;
  const { value } = body;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return unreadable(locale, [{ name: 'body', notice: { key: 'api.must-be-object' } }]);
  const complaints: Complaint[] = Object.keys(value)
    .filter((name) => !Object.hasOwn(readers, name))
    .map((name) => name.slice(0, 80))
    .map((name) => ({ name, notice: { key: 'api.unknown-field', values: { name } } }));
  const said = {} as Record<string, unknown>;
  for (const [name, read] of Object.entries(readers)) {
    said[name] = read((value as Record<string, unknown>)[name] ?? null);
    if (said[name] === undefined) complaints.push({ name, notice: { key: 'api.bad-field', values: { name } } });
  }
  return complaints.length > 0 ? unreadable(locale, complaints) : { said: said as Read<Readers> };
}

/** A text of a person to be shown to others; nothing sent is an empty one. */
export function noteIn(value: unknown): string | undefined {
  if (value === null) return '';
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\0') && value.length <= LONGEST_REMARK
    ? value.trim()
    : undefined;
}

/** Yes or no; nothing sent is no. */
export function booleanIn(value: unknown): boolean | undefined {
  return value === null ? false : typeof value === 'boolean' ? value : undefined;
}

/** The same, which must say something. */
export function sayingIn(value: unknown): string | undefined {
  return noteIn(value) || undefined;
}
