/** One page of a list, and how many rows there are in all. */
export type Page<T> = { rows: T[]; total: number; page: number; pageSize: number };

export const PAGE_SIZE = 25;

/** Prisma's `skip` and `take` for a page counted from 1. */
export function pageWindow(page: number, pageSize = PAGE_SIZE) {
  return { skip: (page - 1) * pageSize, take: pageSize };
}
