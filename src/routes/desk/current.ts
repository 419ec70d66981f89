import { tellWhatHappened } from '#forum/notifications/index.ts';

/**
 * Has everybody told of what has happened up to now, as the clock does every few seconds: what is read on the desk is then not older than the drafts beside
 * it. Where that cannot be done, the desk opens all the same, and the clock tells later.
 */
export async function tellFirst({ ctx: { db, now }, forum }: App.Locals): Promise<void> {
  await tellWhatHappened(db, now).catch((error: unknown) => forum.log.error({ err: error }, 'not told at the desk'));
}
