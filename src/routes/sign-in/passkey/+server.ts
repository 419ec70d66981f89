import { beginPasskey } from '#platform/accounts/passkeys.ts';
import { beginCeremony } from '../ceremony.ts';
import type { RequestHandler } from './$types';

/** Begins to sign in by a passkey: the same for everybody, for nobody has said yet who they are. */
export const POST: RequestHandler = (event) =>
  beginCeremony(event, 'passkey', (party) => beginPasskey(event.locals.ctx.db, event.locals.ctx.now, party));
