import { redirect } from '@sveltejs/kit';
import { draftHere } from '../head.ts';
import type { RequestHandler } from './$types';

/** A draft's own address leads to its first page. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { id } = await draftHere(locals, params.id);
  redirect(303, `${locals.prefix}/desk/drafts/${id}/what`);
};
