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

/** Something that most libraries speak of, for recipes that ask for a name. */
const [[name = ''] = []] = (
  await embedded.ask('MATCH (m:Method) RETURN m.name ORDER BY m.papers DESC, m.name LIMIT 1')
).rows;
/** @type {number[]} */
const times = [];
for (const recipe of await readRecipes()) {
  const given = recipe.parameters.map((parameter) => [parameter.name, parameter.default ?? name]);
  const before = performance.now();
  const { rows } = await embedded.ask(recipe.text.embedded, Object.fromEntries(given));
  const taken = performance.now() - before;
  times.push(taken);
  console.log(`${recipe.name.padEnd(22)} ${taken.toFixed(0).padStart(6)} ms  ${rows.length} rows`);
}
await embedded[Symbol.asyncDispose]();
const sum = times.reduce((total, time) => total + time, 0);
console.log(
  `${times.length} recipes in ${(sum / 1000).toFixed(2)} s, ${Math.max(...times).toFixed(0)} ms at most`,
);
