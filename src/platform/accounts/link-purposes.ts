/** What a link that works once is for, and for how long it holds, in minutes. */
export const LINK_MINUTES = {
  'sign-in': 20,
  /** Printed for the operator, to be used at once or the next morning. */
  start: 24 * 60,
  invitation: 7 * 24 * 60,
  'email-old': 24 * 60,
  'email-new': 24 * 60,
} as const;
export type LinkPurpose = keyof typeof LINK_MINUTES;

/** The purposes whose links sign in who uses them. */
export const SIGN_IN_PURPOSES = ['sign-in', 'start', 'invitation'] as const satisfies readonly LinkPurpose[];
