import { defineConfig } from 'vite';

// biome-ignore lint/style/noDefaultExport: Vite reads the default export.
export default defineConfig({
  base: './',
  build: {
    outDir: '../dist/explorer',
    emptyOutDir: true,
    target: 'es2022',
    // The page's policy allows no scripts or styles but its own files.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
