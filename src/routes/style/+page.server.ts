import { GOALS } from '#vocab/sdg.ts';
import css from '#ui/tokens.css?raw';
import { coloursIn, contrastOf, PAIRS, SCHEMES } from '#ui/style/contrast.ts';
import type { StyleView } from '#ui/views.ts';
import { sdgView } from '../views.ts';
import type { PageServerLoad } from './$types';

/** The look in numbers, as the style sheet has them: each pair of colours with its contrast, sizes, space, marks. */
export const load: PageServerLoad = ({ locals: { ctx, prefix } }): StyleView => {
  const colours = coloursIn(css);
  const steps = (start: string) => [...css.matchAll(new RegExp(`--(${start}[\\w-]+): ([^;]+);`, 'g'))];
  return {
    pairs: PAIRS.map((pair) => ({
      ...pair,
      seen: SCHEMES.map((scheme) => ({
        scheme,
        ratio: contrastOf(colours[pair.front]![scheme], colours[pair.ground]![scheme]),
      })),
    })),
    sizes: steps('size-').map(([, name, value]) => ({ name: name!, value: value! })),
    spaces: steps('s(?=\\d)').map(([, name, value]) => ({ name: name!, value: value! })),
    goals: GOALS.map(({ code }) => sdgView({ locale: ctx.locale, prefix }, code)),
  };
};
