import "server-only";

/**
 * One value for the whole process. A module may be loaded once for pages and once more for route handlers; what must be the
 * same to both (a revoked key is forgotten by the page and asked for by the route) is kept here.
 */
export function processWide<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const symbol = Symbol.for(`lastmetre.${name}`);
  store[symbol] ??= make();
  return store[symbol] as T;
}
