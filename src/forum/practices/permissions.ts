import type { Actor } from '#platform/context.ts';

/** Who may do what with practices. Reading is everybody's. */
const MAY: Record<'import', readonly Actor['role'][]> = {
  import: ['support-unit'],
};

/** The actor may not do this. A door that lets it come to this has a fault: it is to refuse before. */
export class NotPermitted extends Error {}

/** Throws `NotPermitted` unless the actor may do this. */
export function demand(actor: Actor, act: keyof typeof MAY): void {
  if (!MAY[act].includes(actor.role)) throw new NotPermitted(`${actor.role} may not ${act} practices`);
}
