import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { derive } from '../../graph/derive.ts';
import { load } from '../../graph/neo4j/load.ts';
import { NOTHING_LOADED } from '../../graph/neo4j/steps.ts';
import { toPropertyGraph } from '../../graph/property-graph/property-graph.ts';
import { writeLibrary } from '../../src/library/write-library.ts';
import { paper } from '../graph/paper.ts';
import { hasOpenssl, makeCertificate } from './certificate.ts';
import { type OwnServer, startServer } from './server.mjs';

// The command line as it is built and installed.
const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const facts = paper('2601.00001', { text: 'SimSD.', entities: [['SimSD', 'Method']] });
const rows = toPropertyGraph(derive([facts]).graph, new Map([[facts.id, facts.document]]));
const jars = inject('neo4jJars');

describe.skipIf(!jars || !hasOpenssl)('addresses that ask for TLS or for routes', () => {
  let folder: string;
  let server: OwnServer;
  let certificate: string;
  const at = (scheme: string) => server.uri.replace('bolt:', `${scheme}:`);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
    const made = await makeCertificate(join(folder, 'certificate'));
    certificate = made.certificate;
    server = await startServer(jars ?? '', join(folder, 'neo4j'), { settings: made.settings });
    await mkdir(join(folder, 'library'));
    await writeLibrary(join(folder, 'library'), [facts]);
  }, 300_000);

  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  it.each(['neo4j', 'bolt+ssc', 'neo4j+ssc'])('pushes to %s://', async (scheme) => {
    const loaded = await load(rows, { ...server, uri: at(scheme) }, { library: scheme });
    expect(loaded).toEqual({ ...NOTHING_LOADED, nodesCreated: 2, relationshipsCreated: 1 });
  });

  it.each(['bolt', 'neo4j'])(
    'trusts no certificate that nobody signed: %s+s://',
    async (scheme) => {
      const uri = at(`${scheme}+s`);
      await expect(load(rows, { ...server, uri }, { library: 'x' })).rejects.toThrow(
        `the certificate of ${uri} is not one to trust: no authority known here has signed it for this address; name the file of the authority's certificate in NODE_EXTRA_CA_CERTS, or write ${at(`${scheme}+ssc`)} to`,
      );
    },
  );

  it('pushes to neo4j+s:// where the authority is known, as Aura is reached', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, 'push', 'library', '--uri', at('neo4j+s'), '--json'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          NEO4J_USERNAME: server.user,
          NEO4J_PASSWORD: server.password,
          NODE_EXTRA_CA_CERTS: certificate,
        },
      },
    );
    expect([status, stderr]).toEqual([0, expect.any(String)]);
    expect(JSON.parse(stdout)).toMatchObject({ nodesCreated: 2, relationshipsCreated: 1 });
  });
});
