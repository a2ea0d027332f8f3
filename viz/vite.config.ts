import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

// biome-ignore lint/style/noDefaultExport: Vite reads the default export.
export default defineConfig({
  base: './',
  plugins: [compress()],
  worker: { format: 'es' },
  // The runtime's own files are handed out by the server from where they are installed.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  // csv-stringify asks whether its options are bytes, and makes a mark of three; nothing else in the page knows Node's.
  define: { 'Buffer.from': 'Uint8Array.from', 'Buffer.isBuffer': 'ArrayBuffer.isView' },
  build: {
    outDir: '../dist/explorer',
    emptyOutDir: true,
    target: 'es2022',
    // The page's policy allows no scripts or styles but its own files.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // One script and one style: a page that is one file holds both in itself and can load no other.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});

/** Lays compressed copies beside what is worth it, which the server hands out as they are. */
function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const { fileName, ...file } of Object.values(bundle)) {
        const source = Buffer.from('code' in file ? file.code : file.source);
        if (source.length < 1_024) continue;
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: source.length };
        this.emitFile({
          type: 'asset',
          fileName: `${fileName}.br`,
          source: brotliCompressSync(source, { params }),
        });
        this.emitFile({
          type: 'asset',
          fileName: `${fileName}.gz`,
          source: gzipSync(source, { level: 9 }),
        });
      }
    },
  };
}
