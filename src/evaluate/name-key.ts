/**
 * A name as it is compared: LaTeX commands, case, punctuation, spaces and a plural s do not count.
 * `Vision-Language Models` -> `visionlanguagemodel`
 */
export function nameKey(name: string): string {
  const bare = name
    .replace(/\\[a-zA-Z]+/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+@]/gu, '');
  return bare.length > 3 ? bare.replace(/(?<!s)s$/, '') : bare;
}

/** The keys of an entity's name and of its aliases, in this order, without empty ones. */
export function nameKeys(entity: {
  readonly name: string;
  readonly aliases: readonly string[];
}): string[] {
  return [entity.name, ...entity.aliases].map(nameKey).filter((key) => key !== '');
}
