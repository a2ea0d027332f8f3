/**
 * Remembers what was made for keys, of so many at most: the oldest is let go first.
 * @returns what is remembered for a key, else what is made of it now
 */
export function createMemory<Value>(most: number): (key: string, make: () => Value) => Value {
  const remembered = new Map<string, Value>();
  return (key, make) => {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const made = make();
    remembered.set(key, made);
    if (remembered.size > most) {
      for (const oldest of remembered.keys()) {
        remembered.delete(oldest);
        break;
      }
    }
    return made;
  };
}
