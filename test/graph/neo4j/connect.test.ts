import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { connect, expectVersion } from '../../../graph/neo4j/connect.ts';

describe('connect(server)', () => {
  it.each([
    ['a server too old to speak our Bolt', '\0\0\0\0', /speaks no version of Bolt .*too old/],
    [
      'the port of HTTP',
      'HTTP/1.1 400 Bad Request\r\n\r\n',
      /answers in HTTP; name the port of Bolt/,
    ],
  ])('says that it met %s', async (_, answer, message) => {
    const sockets = new Set<{ destroy(): void }>();
    const server = createServer((socket) => {
      sockets.add(socket.on('error', () => socket.destroy()));
      socket.once('data', () => socket.write(answer));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const uri = `bolt://127.0.0.1:${port}`;
    await expect(connect({ uri, user: 'neo4j', password: 'x' })).rejects.toThrow(message);
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it.each(['bolt', 'neo4j'])(
    'says that a server has no TLS where %s+s wants it',
    async (scheme) => {
      const server = createServer((socket) => {
        socket.on('error', () => socket.destroy()).once('data', () => socket.end());
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      const host = `127.0.0.1:${typeof address === 'object' ? address?.port : undefined}`;
      const connecting = connect({ uri: `${scheme}+s://${host}`, user: 'neo4j', password: 'x' });
      await expect(connecting).rejects.toThrow(
        `${scheme}+s://${host} does not answer in TLS; if the server has none, write ${scheme}://${host}`,
      );
      server.close();
    },
  );
});

describe('expectVersion(agent)', () => {
  it.each([
    'Neo4j/5.26.12',
    'Neo4j/2025.06.0',
    'Neo4j/v5.11.0 compatible graph database server - Memgraph',
  ])('takes %s', (agent) => {
    expect(() => expectVersion(agent)).not.toThrow();
  });

  it('refuses a server that is too old', () => {
    expect(() => expectVersion('Neo4j/4.4.12')).toThrow(
      /Neo4j\/4\.4\.12.*too old.*Neo4j 5 or newer/,
    );
  });
});
