import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

// biome-ignore lint/style/noDefaultExport: Vite reads the default export.
export default defineConfig({
  base: './',
  plugins: [withoutJsonSchema(), compress()],
  worker: { format: 'es' },
  // The runtime's own files are handed out by the server from where they are installed.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
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

/** Schemas carry what would describe them as JSON Schema; the page only reads with them. */
function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/.test(id)) return;
      const names = [
        ...code.matchAll(/^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \}/gm),
      ];
      const emptied = names.map(
        ([, own, other]) => `export const ${own ?? other} = () => undefined;`,
      );
      return { code: emptied.join('\n'), map: null };
    },
  };
}

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
