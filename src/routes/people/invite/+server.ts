import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Where people were invited before: they are on the page of all people. */
export const GET: RequestHandler = ({ locals: { prefix }, url }) => redirect(308, `${prefix}/people${url.search}`);
