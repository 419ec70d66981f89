import { say, type MessageKey, type MessageValues, translate } from '#platform/languages.ts';
import type { Complaint } from '#platform/problem.ts';

/** A field of a sent form as text; empty where it was not sent, or was a file. Without NUL, which no database text can hold. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\0', '') : '';
}

/** Several fields of a sent form as text. */
export function textsOf<Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as Record<Name, string>;
}

/** Complaints by field, in the reader's language. */
export function problemsOf({ ctx }: App.Locals, complaints: readonly Complaint[]): Record<string, string> {
  return Object.fromEntries(complaints.map(({ name, notice }) => [name, say(ctx.locale, notice)]));
}

/** One complaint about one field. */
export function problem({ ctx }: App.Locals, name: string, key: MessageKey, values?: MessageValues) {
  return { [name]: translate(ctx.locale, key, values) };
}
