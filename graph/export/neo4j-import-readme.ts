/** What to do with the files of `toNeo4jCsv`. */
export function importReadme(delimiter: string): string {
  const code = delimiter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `# A graph for Neo4j's importer

These files make a new database: the importer refuses one that holds something. Stop the database, then, in this folder:

\`\`\`sh
neo4j-admin database import full neo4j \\
  --nodes=papers.csv --nodes=entities.csv --nodes=results.csv --nodes=library.csv \\
  --relationships=claims.csv --array-delimiter=U+${code} --multiline-fields=true
\`\`\`

Start it, and make the constraints and indexes:

\`\`\`sh
cypher-shell -f schema.cypher
\`\`\`

\`sotagraph push\` then brings the same database up to date with a library of the same name.
`;
}
