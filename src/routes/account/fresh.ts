/** How soon after signing in ways to sign in may be changed, in minutes: a browser left open must not be enough. */
export const FRESH_MINUTES = 15;

/** Whether the reader has signed in so recently that ways to sign in may be changed. */
export function isFresh({ signedIn, ctx }: App.Locals): boolean {
  return signedIn !== null && ctx.now.getTime() - signedIn.session.createdAt.getTime() < FRESH_MINUTES * 60_000;
}

/** Whoever is signed in; the door (routes/access.ts) has let nobody else in. */
export function self({ signedIn }: App.Locals) {
  if (signedIn === null) throw new Error('A page of one’s own was opened to a visitor.');
  return signedIn;
}
