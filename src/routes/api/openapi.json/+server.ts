import { openApi } from '../openapi.ts';
import type { RequestHandler } from './$types';

/** The description of the API for programs, in the reader's language. */
export const GET: RequestHandler = ({ locals: { ctx, forum } }) =>
  Response.json(openApi(ctx.locale, forum.settings.origin), { headers: { 'cache-control': 'no-cache' } });
