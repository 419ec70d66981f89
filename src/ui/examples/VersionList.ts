import { dateIn } from '#vocab/dates.ts';
import type { ComponentProps } from 'svelte';
import type VersionList from '#ui/components/VersionList.svelte';
import type { Language } from '#ui/language.ts';
import type { VersionView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';
import { catalogue } from '#ui/style/material.ts';

const versions = (language: Language, many: number): VersionView[] =>
  Array.from({ length: many }, (_, at) => {
    const when = new Date(Date.UTC(2026, 8, 20 - at, 9, 30));
    return {
      number: many - at,
      when: when.toISOString(),
      whenText: dateIn(language.locale, when),
      href: catalogue(language),
      current: at === 0,
      actor: 'Support Unit',
      restoreHref: at === 0 ? null : catalogue(language, at),
      changes:
        at === many - 1
          ? []
          : ['title', 'summary', 'countries', 'partners'].slice(at).map((f) => language.t(`site.field-${f}`)),
    };
  });

export const book: Examples<ComponentProps<typeof VersionList>> = {
  width: 'whole',
  examples: [
    { state: 'one', props: (language) => ({ versions: versions(language, 1) }) },
    { state: 'many', props: (language) => ({ versions: versions(language, 4) }) },
  ],
};
