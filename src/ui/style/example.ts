import type { Language } from '#ui/language.ts';

/** What a component can be shown as; each has a name in the messages (`style.state-…`). */
export const STATES = [
  'usual',
  'empty',
  'one',
  'few',
  'many',
  'long',
  'nested',
  'open',
  'closed',
  'chosen',
  'found',
  'suggested',
  'waiting',
  'refused',
  'failed',
  'large',
  'plain',
  'first',
  'middle',
  'last',
  'foreign',
  'translated',
  'signed-in',
] as const;
export type State = (typeof STATES)[number];

/**
 * A component in one of its states. Its properties are made for a reader, since views come with names in the reader's
 * language and addresses with their prefix. Examples feed the style page and the tests.
 */
export interface Example<Props> {
  state: State;
  props: (language: Language) => Props;
  /** The component shows nothing at all in this state, and means to. */
  nothing?: true;
}

/**
 * All examples of a component. Small ones stand side by side, whole parts of a page one below another: their own rules
 * look at the width of the window.
 */
export interface Examples<Props> {
  width: 'small' | 'whole';
  examples: Example<Props>[];
}
