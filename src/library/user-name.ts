import { userInfo } from 'node:os';

/** What is known of who runs this process. */
interface Machine {
  /** @throws the system's error for a user that it has no entry of */
  readonly name: () => string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Undefined on Windows, where each user has a name. */
  readonly id: number | undefined;
}

/**
 * The user of this machine, in whose name decisions are signed. One without an entry, as in a container that runs under
 * any id (`docker run --user 1234`), has the name that the environment gives, else the id: `1234`.
 * @throws the system's error where there is none of these
 */
export function userName({ name, env, id }: Machine = THIS): string {
  try {
    return name();
  } catch (error) {
    if (env.USER) return env.USER;
    if (id === undefined) throw error;
    return String(id);
  }
}

const THIS: Machine = {
  name: () => userInfo().username,
  env: process.env,
  id: process.getuid?.(),
};
