import { claimsFrom } from '../adjacency.ts';
import { edgeKey, type KnowledgeGraph, paperKey } from '../knowledge-graph.ts';
import { sentenceOf } from '../property-graph/sentence-of.ts';
import type { EntityNode, NodeAttributes, PaperNode, ResultNode } from '../schema.ts';
import { compare } from '../union.ts';
import type { ExportOptions } from './export-options.ts';
import { jsonItems } from './json-list.ts';
import { CLASSES, CONTEXT, PREDICATES } from './jsonld-terms.ts';

/**
 * The graph as linked data: nodes in the terms of schema.org and the Open Research Knowledge Graph where these have
 * one, each relation as one triple. With `claims` also every claim as a statement of its paper, with the sentence, its
 * place (that of the Web Annotation vocabulary), who said it and how sure it was.
 * https://www.w3.org/TR/json-ld11/
 */
export function* toJsonLd(graph: KnowledgeGraph, options: ExportOptions = {}): Generator<string> {
  const keys = graph.nodes().sort(compare);
  const sentence = sentenceOf(options.documents ?? new Map());
  yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`;
  yield* jsonItems(resources());
  yield ']}\n';

  function* resources() {
    for (const key of keys) {
      const node = graph.getNodeAttributes(key);
      const relations: Record<string, { '@id': string }[]> = {};
      for (const { type, target } of claimsFrom(graph, key)) {
        relations[PREDICATES[type]] ??= [];
        relations[PREDICATES[type]]?.push(nodeRef(target));
      }
      yield { ...nodeRef(key), '@type': CLASSES[node.type], ...describe(node), ...relations };
    }
    if (options.claims) for (const key of keys) yield* statements(key);
  }

  function* statements(key: string) {
    for (const { source, type, target, claims } of claimsFrom(graph, key)) {
      for (const claim of claims) {
        const { paper, field, start, end, by, confidence, places } = claim;
        yield {
          '@id': `claim:${encode(edgeKey(source, claim, target))}`,
          '@type': ['rdf:Statement', 'schema:Claim'],
          'rdf:subject': nodeRef(source),
          'rdf:predicate': { '@id': PREDICATES[type] },
          'rdf:object': nodeRef(target),
          'schema:appearance': nodeRef(paperKey(paper)),
          'schema:text': sentence(claim),
          'sota:field': field,
          'oa:hasSelector': {
            '@type': 'oa:TextPositionSelector',
            'oa:start': start,
            'oa:end': end,
          },
          'sota:places': places,
          'sota:by': by,
          'sota:confidence': confidence,
        };
      }
    }
  }
}

const nodeRef = (key: string) => ({ '@id': `node:${encode(key)}` });

/** Halves of surrogate pairs have no form in UTF-8. */
const encode = (key: string) => encodeURIComponent(key.replace(/\p{Cs}/gu, '\uFFFD'));

function describe(node: NodeAttributes): object {
  if (node.type === 'Paper') return describePaper(node);
  return node.type === 'Result' ? describeResult(node) : describeEntity(node);
}

function describePaper({ name, id, title, date, url, authors, categories }: PaperNode): object {
  return {
    'schema:name': name,
    'schema:identifier': id,
    'schema:headline': title,
    'schema:datePublished': date,
    'schema:url': url,
    'schema:author': authors?.map((author) => ({
      '@type': 'schema:Person',
      'schema:name': author,
    })),
    'schema:keywords': categories,
  };
}

function describeEntity(node: EntityNode): object {
  const { name, aliases, papers, firstSeen, votes, classTerm, salience, statistics } = node;
  return {
    'schema:name': name,
    'schema:alternateName': aliases,
    'sota:papers': papers,
    'sota:firstSeen': firstSeen,
    'sota:votes': votes,
    'sota:classTerm': classTerm,
    'sota:salience': salience,
    'sota:statistics': statistics,
  };
}

function describeResult(node: ResultNode): object {
  const { name, paper, value, unit, kind, qualifier, direction, difference, setting, shareOf } =
    node;
  return {
    'schema:name': name,
    'sota:paper': paper,
    'schema:value': value,
    'schema:unitText': unit ?? undefined,
    'sota:kind': kind,
    'sota:qualifier': qualifier ?? undefined,
    'sota:direction': direction ?? undefined,
    'sota:difference': difference,
    'sota:setting': setting,
    'sota:shareOf': shareOf,
  };
}
