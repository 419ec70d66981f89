import type { ComponentProps } from 'svelte';
import { regionName } from '#vocab/regions.ts';
import { labelIn } from '#vocab/language.ts';
import { GOALS } from '#vocab/sdg.ts';
import { STAKEHOLDERS, stakeholderLabel } from '#vocab/stakeholders.ts';
import type FacetGroup from '#ui/components/FacetGroup.svelte';
import type { Language } from '#ui/language.ts';
import type { FacetView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';

const ledBy = ({ locale, t }: Language, many: number, chosen = -1): FacetView => ({
  name: 'stakeholder',
  label: t('site.facet-stakeholder'),
  values: STAKEHOLDERS.slice(0, many).map(({ code }, at) => ({
    value: code,
    code: '',
    label: stakeholderLabel(code, locale),
    count: at === many - 1 ? 0 : 1_204 - at * 201,
    selected: at === chosen,
    depth: 0,
  })),
});

const goals = ({ locale, t }: Language): FacetView => ({
  name: 'goal',
  label: t('site.facet-goal'),
  values: GOALS.map(({ code, label }, at) => ({
    value: code,
    code,
    label: labelIn(label, locale),
    count: 170 - at * 10,
    selected: false,
    depth: 0,
  })),
});

const regions = ({ locale, t }: Language): FacetView => ({
  name: 'region',
  label: t('site.facet-region'),
  values: ['002', '202', '014'].map((code, depth) => ({
    value: code,
    code: '',
    label: regionName(code, locale),
    count: 30 - depth * 10,
    selected: depth === 1,
    depth,
  })),
});

export const book: Examples<ComponentProps<typeof FacetGroup>> = {
  width: 'small',
  examples: [
    { state: 'closed', props: (language) => ({ facet: ledBy(language, 4), open: false }) },
    { state: 'open', props: (language) => ({ facet: ledBy(language, 4), open: true }) },
    { state: 'chosen', props: (language) => ({ facet: ledBy(language, 6, 3), open: true }) },
    { state: 'many', props: (language) => ({ facet: goals(language), open: true }) },
    { state: 'nested', props: (language) => ({ facet: regions(language), open: true }) },
  ],
};
