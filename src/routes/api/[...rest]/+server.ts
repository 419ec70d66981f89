import { notFound } from '../../answers.ts';
import type { RequestHandler } from './$types';

/** Whatever is no address of the API says so in the API's own way. */
export const GET: RequestHandler = ({ locals: { ctx, path } }) =>
  notFound(ctx.locale, { key: 'problems.not-found-detail', values: { path: path.slice(0, 200) } });
