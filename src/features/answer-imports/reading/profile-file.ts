import { nameColumns } from "@/features/imports/rules/parse-table";
import { PROFILE_ROWS } from "../formats";
import { type FileProfile, profileRows } from "../rules/profile-rows";
import type { FileBytes } from "./file-bytes";
import { openRows } from "./open-rows";
import { cleanCell } from "./raw-row";
import type { SniffedFile } from "./sniff-file";
import { UnreadableFileError } from "./unreadable-file-error";

const LONGEST_HEADER = 200;

/** The names of a file's columns, from its first row: each can be told from the others. */
export function headerOf(cells: readonly string[]): string[] {
  return nameColumns(cells.map((cell) => cleanCell(cell).slice(0, LONGEST_HEADER)));
}

/** What the first rows of a file tell. Throws UnreadableFileError also for a file without a row below its header. */
export async function profileFile(
  file: FileBytes,
  { format, reading, sheets }: SniffedFile,
): Promise<FileProfile> {
  const progress = { fraction: 0 };
  let header: string[] | null = null;
  let profile: ReturnType<typeof profileRows> | null = null;
  let isWhole = true;
  for await (const rows of openRows(file, { format, reading }, progress)) {
    for (const row of rows) {
      if (!profile) {
        header = headerOf(row.cells);
        profile = profileRows(header);
      } else profile.add(row);
    }
    if (profile && profile.rows() >= PROFILE_ROWS) {
      isWhole = progress.fraction >= 1;
      break;
    }
  }
  if (!header || !profile || profile.rows() === 0) throw new UnreadableFileError("fileEmpty");
  const rows = profile.rows();
  return {
    header,
    sheets,
    columns: profile.columns(),
    rows,
    firstRows: profile.firstRows(),
    rowsTotal: isWhole ? rows : Math.max(rows, Math.round(rows / Math.max(progress.fraction, 1e-6))),
    isTotalEstimated: !isWhole,
  };
}
