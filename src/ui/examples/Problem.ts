import type { ComponentProps } from 'svelte';
import type Problem from '#ui/components/Problem.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof Problem>> = {
  width: 'whole',
  examples: [
    {
      state: 'refused',
      props: ({ t }) => ({
        status: 404,
        message: t('problems.not-found'),
        detail: t('problems.not-found-detail', { path: '/practices/an-example' }),
      }),
    },
    {
      state: 'closed',
      props: ({ t }) => ({
        status: 403,
        message: t('problems.for-others'),
        detail: t('problems.for-others-detail', {
          path: '/people',
          roles: t('accounts.role-support-unit'),
          own: t('accounts.role-curator'),
        }),
      }),
    },
    {
      state: 'failed',
      props: ({ t }) => ({
        status: 500,
        message: t('problems.server-error'),
        detail: t('problems.server-error-detail', { reference: '01993b7c-5d2e-7c41-9a53-0c8f1d2e3a4b' }),
      }),
    },
  ],
};
