import { serveApi } from "../serve-api";

export const dynamic = "force-dynamic";

/** One handler for the whole API: unknown paths and methods get problem details too. */
const handle = (request: Request) => serveApi(request);

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
