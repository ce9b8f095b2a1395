/**
 * Remembers what `make` gives for a key. Bounded: at most twice `limit` entries, in two generations, so that keys
 * in steady use keep their value and rare ones are forgotten.
 */
export function boundedCache<V>(limit: number, make: (key: string) => V): (key: string) => V {
  let young = new Map<string, V>();
  let old = new Map<string, V>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? make(key);
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}
