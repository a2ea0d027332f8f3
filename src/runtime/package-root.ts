import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder, whether its sources or its built files are running. */
export const PACKAGE_ROOT = findPackageRoot(dirname(fileURLToPath(import.meta.url)));
export const MODEL_FOLDER = join(PACKAGE_ROOT, 'model');
/** The built explorer. */
export const EXPLORER_FOLDER = join(PACKAGE_ROOT, 'dist', 'explorer');
/** The runtime in WebAssembly, for a browser. */
export const WASM_FOLDER = dirname(
  fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')),
);

function findPackageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('Sotagraph cannot find its own package.json');
  return findPackageRoot(parent);
}
