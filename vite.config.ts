import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build' }),
      // Nothing inline runs and nothing comes from elsewhere: a page needs only our style sheet and script.
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
          'manifest-src': ['self'],
          'worker-src': ['self'],
        },
      },
      // Checked by src/hooks.server.ts, more strictly, and not of programs that bring a token: those come from no page.
      csrf: { trustedOrigins: ['*'] },
      // Addresses that hold wherever a page is shown: also where it stands in for another one (docs/decisions/0015).
      paths: { relative: false },
      version: { pollInterval: 0 },
    }),
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // One style sheet for the whole site (8 kB): on a slow line each file more is a journey more, and later pages need none.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'style', test: /\.css$/ }] } } },
  },
});
