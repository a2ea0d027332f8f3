import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { ConnectionError } from '../../../graph/errors.ts';
import { explain } from '../../../graph/neo4j/explain.ts';

const server = { uri: 'neo4j+s://graph.example', user: 'reader', database: 'papers' };

describe('explain(error, server)', () => {
  it.each([
    [
      'Neo.ClientError.Security.Forbidden',
      'Create node with labels is not allowed',
      /^reader may not write to papers at \S+ \(Create node .*--user and --database/,
    ],
    ['Neo.ClientError.Cluster.NotALeader', 'No write', /^reader may not write to papers/],
    ['Neo.ClientError.Security.CredentialsExpired', 'Change it', /choose a new password first/],
    ['Neo.ClientError.Security.AuthenticationRateLimit', 'Slow', /too often; wait some seconds/],
    ['Neo.ClientError.Database.DatabaseNotFound', 'None', /has no database papers .*--database/],
    ['SessionExpired', 'Gone. And more.', /cannot be reached \(Gone\).*goes on where it stopped/],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'Full', /^\S+: Full \(Neo\.Trans/],
  ])('puts %s into words', (code, message, expected) => {
    const said = explain(new neo4j.Neo4jError(message, code, '', ''), server);
    expect(said).toBeInstanceOf(ConnectionError);
    expect(String(said instanceof Error && said.message)).toMatch(expected);
  });

  it('looks for the reason in what led to an error', () => {
    const cause = new neo4j.Neo4jError('No', 'Neo.ClientError.Security.Unauthorized', '', '');
    const error = new neo4j.Neo4jError(
      'No routing servers',
      'ServiceUnavailable',
      '',
      '',
      undefined,
      cause,
    );
    expect(explain(error, server)).toMatchObject({
      message: expect.stringMatching(/does not know user reader with this password/),
    });
  });

  it('leaves anything else as it is', () => {
    const error = new TypeError('x');
    expect(explain(error, server)).toBe(error);
  });
});
