import type { Context } from '#platform/context.ts';
import type { Notice } from '#platform/languages.ts';
import type { PreparedFile } from '#platform/uploads/prepare.ts';
import type { FileRoom } from '#platform/uploads/room.ts';
import { fileById, keepFiles, type KeptFile } from '#platform/uploads/store.ts';
import { may } from '#forum/people/index.ts';
import { type Attachment, practiceAt, practiceWithId } from '#forum/practices/index.ts';
import { draftFor, isOpenTo, ownership, saveDraft, type Saved, writeDraft } from './actions.ts';
import { draftById, formRead } from './store.ts';

/** As long as the words beside a file may be. */
export const LONGEST_CAPTION = 300;

/**
 * Attaches files that were received and prepared to a draft, as its next version. Null where there is no such draft for the actor;
 * a notice where they cannot be: too many, or it is not the time to write.
 */
export async function attachFiles(
  ctx: Context,
  room: FileRoom,
  id: string,
  prepared: readonly PreparedFile[],
): Promise<true | Notice | null> {
  return ctx.db.transaction(async (tx): Promise<true | Notice | null> => {
    const draft = await draftById(tx, id, true);
    if (!draft || !may(ctx.actor, 'drafts.write', ownership(draft))) return null;
    if (!isOpenTo(ctx.actor, draft)) return { key: 'drafts.not-writable' };
    const kept = await keepFiles(tx, room, prepared, { subject: id, account: ctx.actor.account, now: ctx.now });
    if (!kept.ok) return kept.problem;
    const attachments = [...draft.form.attachments, ...kept.value.map(attachmentOf)];
    await writeDraft(tx, ctx, draft, { ...draft.form, attachments }, 'draft.saved');
    return true;
  });
}

const attachmentOf = ({ id, name, type, size }: KeptFile): Attachment => ({ id, name, type, size, caption: '' });

/** What is said of an attachment: the words beside it, and whether it stays. */
export interface AttachmentChange {
  id: string;
  caption: string;
  stays: boolean;
}

/** Changes the words beside attachments, or takes some off. Their files stay as long as any version has them. As with a save. */
export async function changeAttachments(
  ctx: Context,
  id: string,
  base: number,
  changes: readonly AttachmentChange[],
): Promise<Saved | null> {
  const draft = await draftFor(ctx, id);
  if (!draft) return null;
  const read = await formRead(ctx.db, draft, base);
  const attachments = read.attachments.flatMap((one) => {
    const change = changes.find((said) => said.id === one.id);
    if (!change) return [one];
    return change.stays ? [{ ...one, caption: change.caption.trim().slice(0, LONGEST_CAPTION) }] : [];
  });
  return saveDraft(ctx, id, base, { attachments });
}

/**
 * A file for whoever may have it: one of a practice that can be read is everybody's, one of a draft is for those who may see the
 * draft. Null for everybody else, as if there were none.
 */
export async function fileFor(ctx: Context, id: string): Promise<{ file: KeptFile; public: boolean } | null> {
  const file = await fileById(ctx.db, id);
  if (!file) return null;
  const practice = await practiceWithId(ctx.db, file.subject);
  if (practice) {
    const read = await practiceAt(ctx.db, practice.slug);
    if (read?.id === practice.id) return { file, public: true };
    return may(ctx.actor, 'drafts.read', ownership(practice)) ? { file, public: false } : null;
  }
  return (await draftFor(ctx, file.subject)) ? { file, public: false } : null;
}
