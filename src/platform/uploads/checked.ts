import type { Notice } from '../languages.ts';

/** What was found good, or why it is refused. */
export type Checked<Value> = { ok: true; value: Value } | { ok: false; problem: Notice };

/** It is refused, for a reason. */
export function refused(key: Notice['key'], values?: Notice['values']): { ok: false; problem: Notice } {
  return { ok: false, problem: values ? { key, values } : { key } };
}
