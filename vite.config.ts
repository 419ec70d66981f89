import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build' }),
      // Nothing inline runs and nothing comes from elsewhere: a page needs only its own style sheet and script.
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
      // Addresses that hold wherever a page is shown: also where it stands in for another one (docs/decisions/0015).
      paths: { relative: false },
      version: { pollInterval: 0 },
    }),
  ],
  build: { target: 'es2022', assetsInlineLimit: 0 },
});
