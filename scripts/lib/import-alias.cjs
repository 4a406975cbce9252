const path = require("node:path");

/** `@/` as in tsconfig.json, in the form dependency-cruiser takes it (it reads tsconfig through TypeScript 5 only). */
module.exports = { resolve: { alias: { "@": path.resolve(__dirname, "../../src") } } };
