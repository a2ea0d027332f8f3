import { Neo4jError } from 'neo4j-driver';
import { ConnectionError } from '../errors.ts';
import type { Server } from './connect.ts';

/** Puts what the driver or the server says into words: what is wrong and what to do. Anything else stays as it is. */
export function explain(error: unknown, server: Omit<Server, 'password'>): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const told = tell(error);
  const [, say] = REASONS.find(([sign]) => sign.test(told)) ?? [];
  const message = say ? say(server, error) : `${server.uri}: ${error.message} (${error.code})`;
  return new ConnectionError(message, { cause: error });
}

/** The codes and messages of an error and of what led to it: what goes wrong in asking for routes is a cause. */
function tell(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = error instanceof Neo4jError ? `${error.code}\n` : '';
  return `${code}${error.message}\n${tell(error.cause)}`;
}

type Say = (server: Omit<Server, 'password'>, error: Neo4jError) => string;

/** What is found in the code or the message, and what is said of it. */
const REASONS: readonly (readonly [RegExp, Say])[] = [
  [
    /Unknown Bolt protocol version/,
    ({ uri }) =>
      `the server at ${uri} speaks no version of Bolt that is known here; it is too old (Sotagraph needs Neo4j 5 or newer) or something else`,
  ],
  [
    /Server responded HTTP/,
    ({ uri }) =>
      `${uri} answers in HTTP; name the port of Bolt, which is 7687 unless the server says otherwise`,
  ],
  [
    /certificate is not trusted/,
    ({ uri }) =>
      `the certificate of ${uri} is not one to trust: no authority known here has signed it for this address; name the file of the authority's certificate in NODE_EXTRA_CA_CERTS, or write ${uri.replace(/\+s:/, '+ssc:')} to take whatever certificate there is`,
  ],
  [
    /before secure TLS connection|wrong version number/,
    ({ uri }) =>
      `${uri} does not answer in TLS; if the server has none, write ${uri.replace(/\+s(sc)?:/, ':')}`,
  ],
  [
    /Security\.Unauthorized$/m,
    ({ uri, user }) =>
      `${uri} does not know user ${user} with this password; put the password right in NEO4J_PASSWORD, or name another user with --user`,
  ],
  [
    /Security\.CredentialsExpired$/m,
    ({ uri, user }) =>
      `${uri} wants user ${user} to choose a new password first: ALTER CURRENT USER SET PASSWORD FROM '…' TO '…' in Neo4j Browser or cypher-shell`,
  ],
  [
    /Security\.AuthenticationRateLimit$/m,
    ({ uri, user }) =>
      `${uri} was given wrong passwords for ${user} too often; wait some seconds, then put NEO4J_PASSWORD right`,
  ],
  [
    /(DatabaseNotFound|GraphNotFound|DatabaseUnavailable)$/m,
    ({ uri, database }) =>
      `${uri} has no database ${database ?? 'of this user'} that is running; name another one with --database (SHOW DATABASES lists them)`,
  ],
  [
    /Security\.Forbidden$|ReadOnly|AccessMode$|NotALeader$/m,
    ({ uri, user, database }, { message }) =>
      `${user} may not write to ${database ?? 'the home database'} at ${uri} (${message}); name a user and a database that can be written to with --user and --database`,
  ],
  [
    /^(ServiceUnavailable|SessionExpired)$|Connection acquisition timed out/m,
    ({ uri }, { message }) =>
      `${uri} cannot be reached (${message.split('. ')[0]}); check the address and that the server is running, then run the same command again: it goes on where it stopped`,
  ],
];
