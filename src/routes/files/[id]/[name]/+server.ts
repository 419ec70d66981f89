import { error } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { isFileId } from '#platform/uploads/room.ts';
import { fileResponse } from '#platform/uploads/respond.ts';
import { fileFor } from '#forum/drafts/index.ts';
import { publicationFileFor } from '#forum/library/index.ts';
import type { RequestHandler } from './$types';

/** A file attached to a practice, to a draft or to a publication, for whoever may have it. Its name in the address is for people alone. */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
  const { ctx, forum } = locals;
  const found = isFileId(params.id)
    ? ((await fileFor(ctx, params.id)) ?? (await publicationFileFor(ctx, params.id)))
    : null;
  if (!found) error(404, { message: translate(ctx.locale, 'problems.not-found') });
  return fileResponse(forum.files, found.file, request, {
    copy: url.searchParams.has('small') && found.file.type.startsWith('image/') ? 'small' : 'whole',
    show: true,
    public: found.public,
    locale: ctx.locale,
  });
};
