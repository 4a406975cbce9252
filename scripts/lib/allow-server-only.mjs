import { registerHooks } from "node:module";

/**
 * Server code imports "server-only", which fails everywhere but in the server half of a Next build, so that it never
 * gets into a browser bundle. The worker and the scripts are servers too, without a build: for them (node --import of
 * this file) the import is empty. Node's own `--conditions=react-server` would do the same, and would also take the
 * hooks out of React, which libraries used on both sides import.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== "server-only") return nextResolve(specifier, context);
    return { url: "data:text/javascript,export{}", format: "module", shortCircuit: true };
  },
});
