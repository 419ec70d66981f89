import { type ComponentProps, createRawSnippet } from 'svelte';
import type FieldFrame from '#ui/components/FieldFrame.svelte';
import type { Examples } from '#ui/style/example.ts';

type Props = ComponentProps<typeof FieldFrame>;

/** A plain field in the frame, tied to its name, its hint and what is wrong with it. */
const control: Props['control'] = createRawSnippet<
  [{ id: string; describedby: string | undefined; invalid: 'true' | undefined }]
>((given) => ({
  render: () => {
    const { id, describedby, invalid } = given();
    return `<input id="${id}" ${describedby ? `aria-describedby="${describedby}"` : ''} ${invalid ? 'aria-invalid="true"' : ''}>`;
  },
}));

export const book: Examples<Props> = {
  width: 'small',
  examples: [
    {
      state: 'usual',
      props: ({ t }) => ({ label: t('drafts.label-title'), hint: t('drafts.hint-title'), control }),
    },
    {
      state: 'refused',
      props: ({ t }) => ({ label: t('drafts.label-start'), problem: t('drafts.no-year', { read: '20' }), control }),
    },
  ],
};
