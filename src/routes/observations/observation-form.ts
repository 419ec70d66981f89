import type { ObservationForm } from '#forum/observations/index.ts';
import { textsIn, valuesIn } from '../forum/sent.ts';

/** What was typed of an observation. */
export function observationSent(data: FormData): ObservationForm {
  return { text: textsIn(data, 'text'), themes: valuesIn(data, 'themes').filter(Boolean) };
}
