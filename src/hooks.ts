import type { Reroute } from '@sveltejs/kit/hooks';
import { withoutLanguage } from '#vocab/language.ts';

/** /fr/practices is the page /practices, in French. */
export const reroute: Reroute = ({ url }) => withoutLanguage(url.pathname).path;
