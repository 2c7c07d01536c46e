import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The extractor as one file for a page: `import { extract } from 'entente/browser'`. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL('dist/browser', import.meta.url)),
    emptyOutDir: true,
    lib: { entry: 'browser.ts', formats: ['es'], fileName: () => 'entente.js' },
  },
});
