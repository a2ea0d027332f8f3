import { Option } from 'commander';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { filled } from './flags.ts';

/** `--library`, of commands whose arguments name something in it. */
export function libraryOption(): Option {
  return new Option('-l, --library <folder>', 'the folder of the library')
    .default(DEFAULT_LIBRARY)
    .argParser(filled);
}
