/**
 * Fits whose a count is ("538 tasks" of DeskCraft), to the statistics of annotated abstracts.
 *
 *     npm run build && node training/counts.mjs training/gold/train.jsonl training/gold/train-[2-5].jsonl > src/extract/numbers/count-weights.ts
 *
 * The weights are those of a conditional logit over the things of an abstract and none, with an L2 penalty. Precision, recall and F1
 * by cross-validation over the abstracts go to the standard error stream.
 */

import { readFileSync } from 'node:fs';
import { splitSentences } from '../dist/graph/text/sentences.js';
import { describeOwners, findPhrases } from '../dist/src/extract/numbers/counts.js';

const FOLDS = 5;
const STEPS = 200;
const RATE = 0.05;
const PENALTY = 1;
/** Nouns that are counted less often than that are unknown. */
const LEAST_OFTEN = 6;
const PRIOR = 2;

/** Of the features, in the order in which they were met. */
const names = [];
const documents = process.argv
  .slice(2)
  .flatMap((path) => readFileSync(path, 'utf8').split('\n').filter(Boolean).map(read));

/** The phrases of an abstract with the owner of each: an index among the entities, -1 for none. */
function read(line) {
  const gold = JSON.parse(line);
  const source = gold.title ? `${gold.title}. ${gold.text}` : gold.text;
  const sentences = splitSentences(source);
  const proposed = new Set(
    gold.relations.filter(([, type]) => type === 'PROPOSES').map((own) => own[2]),
  );
  const entities = gold.entities.flatMap((entity) => {
    const mentions = placesOf([entity.name, ...entity.aliases], source);
    const { name } = entity;
    return mentions.length > 0
      ? [{ name, type: entity.types[0], mentions, proposed: proposed.has(name) }]
      : [];
  });
  const results = new Set((gold.results ?? []).map(({ value }) => value));
  const phrases = findPhrases(source, sentences).flatMap((phrase) => {
    const said = gold.statistics.filter(({ value }) => value === phrase.value);
    const owners = said.map(({ entity }) => entities.findIndex(({ name }) => name === entity));
    if (said.length === 0 && results.has(phrase.value)) return [];
    return [{ phrase, owner: owners.find((own) => own >= 0) ?? -1, isSaid: said.length > 0 }];
  });
  return { source, sentences, entities, phrases, wanted: gold.statistics.length };
}

/** Where names stand, longest first, none over another. */
function placesOf(names, source) {
  const places = [];
  for (const name of [...new Set(names)].sort((a, b) => b.length - a.length)) {
    if (name.length < 2) continue;
    const anyCase = name === name.toLowerCase() || name.length > 6;
    const pattern = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/[ -]+/g, '[\\s-]*');
    for (const match of source.matchAll(
      new RegExp(`(?<![A-Za-z0-9])${pattern}s?(?![A-Za-z0-9])`, anyCase ? 'gi' : 'g'),
    )) {
      const place = [match.index, match.index + match[0].length];
      if (!places.some(([start, end]) => place[0] < end && start < place[1])) places.push(place);
    }
  }
  return places.sort((a, b) => a[0] - b[0]);
}

/** For each noun the log-odds that it counts a statistic, and that this is one of a collection. */
function nounsOf(own) {
  const counts = new Map();
  let [all, right] = [0, 0];
  for (const { entities, phrases } of own) {
    for (const { phrase, owner, isSaid } of phrases) {
      const count = counts.get(phrase.noun) ?? { all: 0, right: 0, collection: 0 };
      count.all += 1;
      all += 1;
      if (isSaid) {
        count.right += 1;
        right += 1;
        count.collection += /Benchmark|Dataset/.test(entities[owner]?.type ?? '') ? 1 : 0;
      }
      counts.set(phrase.noun, count);
    }
  }
  const odds = (yes, no) => Math.round(100 * Math.log(yes / no)) / 100;
  const usual = right / all;
  return Object.fromEntries(
    [...counts]
      .filter(([, count]) => count.all >= LEAST_OFTEN)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([noun, count]) => {
        const said = odds(
          count.right + PRIOR * usual,
          count.all - count.right + PRIOR * (1 - usual),
        );
        const others = count.right - count.collection;
        return [noun, [said, odds(count.collection + PRIOR / 2, others + PRIOR / 2)]];
      }),
  );
}

/** Every choice that there is: of each phrase its features with those of each entity, as sparse rows. */
function choicesOf(own, nouns) {
  return own.flatMap((document) =>
    document.phrases.map(({ phrase, owner, isSaid }) => {
      const { source, sentences, entities } = document;
      const rows = describeOwners(phrase, source, sentences, entities, nouns).map((described) =>
        toRow({ ...phrase.features, ...described }),
      );
      return { owner, isSaid, rows };
    }),
  );
}

function toRow(features) {
  const said = Object.entries(features).filter(([, value]) => value !== 0);
  return {
    places: Int32Array.from(said, ([name]) => placeOf(name)),
    values: Float64Array.from(said, ([, value]) => value),
  };
}

function placeOf(name) {
  const place = names.indexOf(name);
  return place >= 0 ? place : names.push(name) - 1;
}

/** The weights, in the order of `names`, by Adam over all choices at once (Kingma and Ba, 2015). */
function fitWeights(choices) {
  const known = choices.filter(({ owner, isSaid }) => !isSaid || owner >= 0);
  const [weights, first, second] = [0, 0, 0].map(() => new Float64Array(names.length));
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = weights.map((weight) => PENALTY * weight);
    for (const { owner, rows } of known) {
      const chances = chancesOf(rows, weights);
      for (const [index, { places, values }] of rows.entries()) {
        const off = chances[index] - Number(index === owner);
        for (let own = 0; own < places.length; own += 1) gradient[places[own]] += off * values[own];
      }
    }
    for (const [place, slope] of gradient.entries()) {
      first[place] = 0.9 * first[place] + 0.1 * slope;
      second[place] = 0.999 * second[place] + 0.001 * slope * slope;
      const [mean, size] = [first[place] / (1 - 0.9 ** step), second[place] / (1 - 0.999 ** step)];
      weights[place] -= (RATE * mean) / (Math.sqrt(size) + 1e-8);
    }
  }
  return weights;
}

function chancesOf(rows, weights) {
  const odds = rows.map(({ places, values }) => {
    let sum = 0;
    for (let own = 0; own < places.length; own += 1) sum += values[own] * weights[places[own]];
    return Math.exp(sum);
  });
  const all = odds.reduce((sum, own) => sum + own, 1);
  return odds.map((own) => own / all);
}

const said = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const rest = documents.filter((_, index) => index % FOLDS !== fold);
  const nouns = nounsOf(rest);
  const weights = fitWeights(choicesOf(rest, nouns));
  for (const { owner, rows } of choicesOf(
    documents.filter((_, index) => index % FOLDS === fold),
    nouns,
  )) {
    const chances = chancesOf(rows, weights);
    const best = chances.indexOf(Math.max(...chances));
    said.push({ chance: chances[best] ?? 0, right: best >= 0 && best === owner });
  }
}
const wanted = documents.reduce((sum, own) => sum + own.wanted, 0);
for (const least of [0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7]) {
  const over = said.filter(({ chance }) => chance >= least);
  const right = over.filter((own) => own.right).length;
  const [precision, recall] = [right / over.length, right / wanted];
  const f1 = (2 * precision * recall) / (precision + recall);
  console.error(`from ${least}: P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}`);
}

function keyOf(name) {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}

function percent(share) {
  return (100 * share).toFixed(1);
}

const nouns = nounsOf(documents);
const weights = fitWeights(choicesOf(documents, nouns));
console.log('/** Written by `training/counts.mjs`. */');
console.log('export const COUNT_WEIGHTS = {');
for (const [place, weight] of weights.entries()) {
  console.log(`  ${keyOf(names[place])}: ${weight.toFixed(3)},`);
}
console.log('} as const;\n');
console.log(
  '/** For each noun the log-odds that it counts a statistic, and that this is one of a collection. */',
);
console.log('export const COUNT_NOUNS: Readonly<Record<string, readonly [number, number]>> = {');
for (const [noun, odds] of Object.entries(nouns)) {
  console.log(`  ${keyOf(noun)}: [${odds.join(', ')}],`);
}
console.log('};');
