/**
 * As many papers as asked for: the first of the real ones, and beyond these disguised ones, which are real ones under
 * other ids, in which every name that only one paper bears has another spelling, so that shared names stay as shared as
 * they are. The same papers give the same disguises.
 * @param {readonly any[]} real lines that `extract` wrote
 * @param {number} papers
 */
export function fillUp(real, papers) {
  const counts = new Map();
  for (const { entities } of real) {
    for (const { name } of entities) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const facts = real.slice(0, papers);
  while (facts.length < papers) {
    const round = Math.floor(facts.length / real.length);
    facts.push(disguise(real[facts.length % real.length], round, counts));
  }
  return facts;
}

/**
 * @param {any} paper
 * @param {number} round
 * @param {ReadonlyMap<string, number>} counts
 */
function disguise(paper, round, counts) {
  const mark = `q${String.fromCharCode(97 + round)}x`;
  /** @param {string | null} name */
  const other = (name) => (name && counts.get(name) === 1 ? name + mark : name);
  const id = `${paper.id}${mark}`;
  return {
    ...paper,
    id,
    document: { ...paper.document, id },
    entities: paper.entities.map((entity) => ({
      ...entity,
      name: other(entity.name),
      // A long form that stayed would lead all disguises of its acronym back to one.
      aliases: counts.get(entity.name) === 1 ? [] : entity.aliases,
    })),
    relations: paper.relations.map((relation) => ({
      ...relation,
      source: other(relation.source),
      target: other(relation.target),
    })),
    results: paper.results.map((result) => ({
      ...result,
      subject: other(result.subject),
      metric: other(result.metric),
      benchmark: other(result.benchmark),
      baseline: other(result.baseline),
    })),
    statistics: paper.statistics.map((statistic) => ({
      ...statistic,
      entity: other(statistic.entity),
    })),
  };
}
