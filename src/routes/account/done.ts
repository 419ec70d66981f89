import type { MessageKey } from '#platform/languages.ts';

/** What can have just been done on a page of one's own, by the word that stands in its address. */
export const DONE = {
  saved: 'accounts.saved',
  password: 'accounts.password-saved',
  'password-gone': 'accounts.password-dropped',
  mail: 'desk.mail-saved',
  'app-gone': 'accounts.app-dropped',
  'passkey-added': 'accounts.passkey-added',
  'passkey-renamed': 'accounts.passkey-renamed',
  'passkey-removed': 'accounts.passkey-removed',
  'service-linked': 'accounts.service-linked',
  'service-removed': 'accounts.service-removed',
  'session-ended': 'accounts.session-ended',
} as const satisfies Record<string, MessageKey>;
export type Done = keyof typeof DONE;
