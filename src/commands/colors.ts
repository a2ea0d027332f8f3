import pc from 'picocolors';

export type Colors = ReturnType<typeof pc.createColors>;

/**
 * Colours for what is written to a stream: on a terminal, unless NO_COLOR is set (https://no-color.org), or wherever
 * FORCE_COLOR is. What goes into a pipe or a file stays plain, on a build server too.
 */
export function colorsFor(
  { isTTY = false }: { readonly isTTY?: boolean },
  env: NodeJS.ProcessEnv = process.env,
): Colors {
  const isForced = Boolean(env.FORCE_COLOR) && env.FORCE_COLOR !== '0';
  return pc.createColors(!env.NO_COLOR && (isTTY || isForced));
}
