/** A table of the report; cells are text. */
export type ReportTable = { title: string; notes?: string[]; columns: string[]; rows: string[][] };

/** A figure that was promised: met or not. */
export type Target = { name: string; wanted: string; measured: string; isMet: boolean };

/** What one part of a bench found: numbers for programs, tables for readers. */
export type PartResult = { data: unknown; tables: ReportTable[]; targets: Target[] };
