import { goalOf, isGoal, isTarget, TARGETS } from '#vocab/sdg.ts';
import { type Facet, toggled, wholeCatalogue } from '#forum/practices/index.ts';
import { translate } from '#platform/languages.ts';
import type { SdgPageView } from '#ui/views.ts';
import { codeAt, countsOf, topicView } from '../../topics.ts';
import { goalName, sdgView } from '../../views.ts';
import type { PageServerLoad } from './$types';

/** A goal or a target: what it asks, how it touches migration and by what source, who does what where. */
export const load: PageServerLoad = async ({ params, locals }): Promise<SdgPageView> => {
  const { ctx, prefix, forum } = locals;
  const { locale } = ctx;
  const code = codeAt(locals, params.code, {
    folder: 'sdgs',
    key: 'sdg',
    codes: (asked) => [asked, asked.toLowerCase()].find((one) => isGoal(one) || isTarget(one)) ?? null,
  });
  const reader = { locale, prefix };
  const facet: Facet = isGoal(code) ? 'goal' : 'target';
  const filter = toggled(wholeCatalogue(), facet, code);
  const { counts, ...topic } = await topicView(locals, filter);
  const sources = await forum.search.sources(ctx.db, ctx.now);
  const targets = TARGETS.filter((target) => (isGoal(code) ? target.goal === code : target.code === code));
  return {
    ...topic,
    sdg: sdgView(reader, code),
    goal: isGoal(code) ? null : { ...sdgView(reader, goalOf(code)), label: goalName(goalOf(code), locale) },
    targets: targets.map(({ code: target, migration }) => ({
      ...sdgView(reader, target),
      count: counts.target.get(target) ?? 0,
      migration: [
        ...(migration?.names ? [translate(locale, 'site.migration-names')] : []),
        ...(migration?.concerns ? [translate(locale, `site.migration-${migration.concerns}`)] : []),
      ],
      source: migration
        ? translate(locale, migration.names ? 'site.migration-by-input' : 'site.migration-by-us')
        : null,
    })),
    gcm: countsOf(reader, filter, 'gcm', counts.gcm, sources),
  };
};
