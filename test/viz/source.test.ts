import { describe, expect, it } from 'vitest';
import { graphText } from '../../src/explorer/graph-text.ts';
import { openServedSource } from '../../viz/source.ts';
import { DOCUMENTS, smallLibrary } from './small-library.ts';

const answering = (answers: Record<string, () => Response>) => {
  const asked: string[] = [];
  const request: typeof fetch = async (input) => {
    const { pathname } = new URL(String(input));
    asked.push(pathname);
    return answers[pathname]?.() ?? new Response('{}', { status: 404 });
  };
  return { asked, source: openServedSource('http://127.0.0.1:1/', request) };
};

describe('openServedSource(base)', () => {
  it('reads the graph', async () => {
    const data = smallLibrary();
    const { source } = answering({ '/graph.json': () => Response.json(data) });
    expect(await source.graph()).toEqual(data);
  });

  it('reads the graph by its lines, as the server sends it', async () => {
    const data = smallLibrary();
    const text = [...graphText(data)].join('');
    const { source } = answering({ '/graph.json': () => new Response(text) });
    expect(await source.graph()).toEqual(data);
  });

  it('says where a graph is not as it should be', async () => {
    const { source } = answering({
      '/graph.json': () => Response.json({ ...smallLibrary(), schema: 99 }),
    });
    await expect(source.graph()).rejects.toThrow(
      /not what this version .*schema.* Build the library/,
    );
  });

  it('asks for a document once, by its encoded id', async () => {
    const { source, asked } = answering({
      '/documents/cs%2F1': () => Response.json({ ...DOCUMENTS[0], id: 'cs/1' }),
    });
    await Promise.all([source.document('cs/1'), source.document('cs/1')]);
    expect(asked).toEqual(['/documents/cs%2F1']);
  });

  it('asks again after a failure', async () => {
    let isUp = false;
    const { source } = answering({
      '/documents/1': () =>
        isUp ? Response.json(DOCUMENTS[0]) : new Response('', { status: 500 }),
    });
    await expect(source.document('1')).rejects.toThrow('the server said 500');
    isUp = true;
    expect(await source.document('1')).toEqual(DOCUMENTS[0]);
  });

  it('says that a document is missing', async () => {
    await expect(answering({}).source.document('1')).rejects.toThrow('is not in this library');
  });

  it('says that the server has gone', async () => {
    const source = openServedSource('http://127.0.0.1:1/', () => Promise.reject(new TypeError()));
    await expect(source.graph()).rejects.toThrow('the server does not answer');
  });

  it('says that an answer is not JSON', async () => {
    const { source } = answering({ '/graph.json': () => new Response('<html>') });
    await expect(source.graph()).rejects.toThrow('it is not JSON');
  });
});
