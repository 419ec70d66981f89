import { GCM_OBJECTIVES, gcmLabel, isGcm } from '#vocab/gcm.ts';
import { toggled, wholeCatalogue } from '#forum/practices/index.ts';
import type { ObjectiveView } from '#ui/views.ts';
import { codeAt, topicView } from '../../topics.ts';
import { sdgView } from '../../views.ts';
import type { PageServerLoad } from './$types';

/** An objective of the Global Compact: the targets it helps to reach, who does what where. */
export const load: PageServerLoad = async ({ params, locals }): Promise<ObjectiveView> => {
  const { ctx, prefix } = locals;
  const code = codeAt(locals, params.code, {
    folder: 'gcm',
    key: 'gcm',
    codes: (asked) => (isGcm(asked) ? asked : null),
  });
  const { counts, ...topic } = await topicView(locals, toggled(wholeCatalogue(), 'gcm', code));
  const { targets } = GCM_OBJECTIVES.find((objective) => objective.code === code)!;
  return {
    ...topic,
    code,
    label: gcmLabel(code, ctx.locale),
    targets: targets.map((target) => ({
      ...sdgView({ locale: ctx.locale, prefix }, target),
      count: counts.target.get(target) ?? 0,
    })),
  };
};
