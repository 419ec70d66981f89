import type { ComponentProps } from 'svelte';
import type DownloadLinks from '#ui/components/DownloadLinks.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';

const downloads = ({ link }: Language, formats: string[]) =>
  formats.map((format) => ({ format, href: link(`/practices.${format}?goal=17`) }));

export const book: Examples<ComponentProps<typeof DownloadLinks>> = {
  width: 'small',
  examples: [
    {
      state: 'few',
      props: (language) => ({
        label: language.t('site.download-practice'),
        downloads: downloads(language, ['pdf', 'docx']),
      }),
    },
    {
      state: 'many',
      props: (language) => ({
        label: language.t('site.download'),
        downloads: downloads(language, ['pdf', 'docx', 'csv', 'xlsx', 'json', 'ndjson']),
        feed: language.link('/practices.atom?goal=17'),
      }),
    },
  ],
};
