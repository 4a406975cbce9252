/**
 * Where to go after signing in, from the address of the sign-in page: a path of this product, else the front door. An
 * address elsewhere (also in the shapes "//host" and "/\host" that browsers read as one) never gets through.
 */
export function readDestination(to: string | string[] | undefined): string {
  if (typeof to !== "string" || !/^\/(?![/\\])[\w\-./?=&%~+:,@]*$/.test(to)) return "/";
  return to;
}
