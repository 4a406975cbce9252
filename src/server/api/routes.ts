import "server-only";
import type { Endpoint } from "./define-endpoint";
import { Problem } from "./problem";

const BASE = "/api/v1";

/** The endpoints by path, prepared for looking up. */
export type Routes = { pattern: RegExp; path: string; byMethod: Map<string, Endpoint> }[];

/** Prepares the endpoints. Throws when two are the same: a mistake in the program. */
export function makeRoutes(endpoints: readonly Endpoint[]): Routes {
  const routes: Routes = [];
  for (const endpoint of endpoints) {
    let route = routes.find(({ path }) => path === endpoint.path);
    if (!route) {
      const pattern = new RegExp(`^${BASE}${endpoint.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
      route = { pattern, path: endpoint.path, byMethod: new Map() };
      routes.push(route);
    }
    if (route.byMethod.has(endpoint.method)) throw new Error(`${endpoint.method} ${endpoint.path} twice`);
    route.byMethod.set(endpoint.method, endpoint);
  }
  return routes;
}

/** The endpoint of a method and path. Throws Problem: 404 for an unknown path, 405 for a method it does not have. */
export function findRoute(
  routes: Routes,
  method: string,
  pathname: string,
): { endpoint: Endpoint; parameters: Record<string, string> } {
  for (const { pattern, byMethod } of routes) {
    const match = pattern.exec(pathname);
    if (!match) continue;
    const endpoint = byMethod.get(method === "HEAD" ? "GET" : method);
    if (endpoint) return { endpoint, parameters: { ...match.groups } };
    const allowed = [...byMethod.keys(), ...(byMethod.has("GET") ? ["HEAD"] : [])].join(", ");
    throw new Problem("method-not-allowed", `Possible here: ${allowed}.`, { headers: { Allow: allowed } });
  }
  throw new Problem("not-found", `There is nothing at this address. What there is: ${BASE}/docs`);
}
