// How fast the embedded database loads a library and answers: `npm run bench:cypher -- LIBRARY`.
import { openEmbedded } from '../dist/graph/cypher/embedded.js';
import { readPropertyGraph } from '../dist/src/library/read-property-graph.js';
import { readRecipes } from '../dist/src/runtime/recipes.js';

const [library = 'library'] = process.argv.slice(2);
const graph = await readPropertyGraph(library);
console.log(`${graph.nodes.length} nodes, ${graph.relationships.length} relationships`);

const started = performance.now();
const embedded = await openEmbedded(graph);
console.log(`loaded in ${((performance.now() - started) / 1000).toFixed(2)} s`);

/** What this library speaks of most, for recipes that ask for a name: one for each type. @param {string} type */
const mostNamed = async (type) => {
  const text = `MATCH (n:${type}) WHERE NOT n.classTerm RETURN n.name ORDER BY n.papers DESC, n.name LIMIT 1`;
  return (await embedded.ask(text)).rows[0]?.[0] ?? '';
};
const [method, benchmark] = [await mostNamed('Method'), await mostNamed('Benchmark')];
/** @type {Readonly<Record<string, unknown>>} */
const names = {
  to: benchmark,
  benchmark,
  task: await mostNamed('Task'),
  family: await mostNamed('Model'),
};
/** @type {number[]} */
const times = [];
for (const recipe of await readRecipes()) {
  const given = recipe.parameters.map((parameter) => [
    parameter.name,
    parameter.default ?? names[parameter.name] ?? method,
  ]);
  const before = performance.now();
  const told = await embedded
    .ask(recipe.text.embedded, Object.fromEntries(given))
    .then(({ rows }) => `${rows.length} rows`, String);
  const taken = performance.now() - before;
  times.push(taken);
  console.log(`${recipe.name.padEnd(22)} ${taken.toFixed(0).padStart(6)} ms  ${told}`);
}
await embedded[Symbol.asyncDispose]();
const sum = times.reduce((total, time) => total + time, 0);
console.log(
  `${times.length} recipes in ${(sum / 1000).toFixed(2)} s, ${Math.max(...times).toFixed(0)} ms at most`,
);
