import type { SignedIn } from '#platform/accounts/sign-in.ts';
import type { Context } from '#platform/context.ts';
import type { Action } from '#forum/people/index.ts';
import type { Locale } from '#vocab/language.ts';
import type { Forum } from './server.ts';

declare global {
  namespace App {
    interface Error {
      /** The number under which the log tells more; only where the fault is ours. */
      reference?: string;
      /** What to do, in the reader's language. */
      detail?: string;
    }
    interface Locals {
      ctx: Context;
      /** Who is signed in, and in which session; null for a visitor. */
      signedIn: SignedIn | null;
      forum: Forum;
      /** "/fr" where the address began with a language, else empty: every link on the page begins with it. */
      prefix: '' | `/${Locale}`;
      /** The path without its language. */
      path: string;
      /** Set where all there is to say is that the page is for those who may do this. */
      takes: Action | null;
      /** The status of a page that is shown all the same: 400 where part of its address could not be read. */
      status?: number;
      /** Set where a fault of ours was logged. */
      reference?: string;
    }
  }
}

declare module 'svelte/elements' {
  // Named as Svelte names it, or the two would not be one.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface HTMLAttributes<T> {
    /**
     * For a script that shows what a page hides: browsers that know this draw nothing before it has run, so that nothing moves. (Spread
     * attributes are no way round: with them Svelte writes handlers into the page, which our policy refuses.)
     */
    blocking?: 'render';
  }
}

export {};
