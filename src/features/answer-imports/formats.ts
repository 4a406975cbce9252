/** What a file of answers can be, told by its content and not by its name. */
export const FILE_FORMATS = ["csv", "xlsx"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The largest file taken, in bytes. */
export const LARGEST_FILE = 200 * 1024 * 1024;

/** Bytes of each uploaded piece but the last; piece `position` starts at `position * CHUNK_BYTES`. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

export const MOST_COLUMNS = 300;

/** Rows looked at to suggest what the columns mean. */
export const PROFILE_ROWS = 20_000;

/** Rows counted for the preview; a longer file is counted to here, and the preview says so. */
export const PREVIEW_ROWS = 200_000;

/** How long an upload nobody started is kept, in days; and the rejected values of one that ended. */
export const UPLOAD_KEPT_DAYS = 2;
export const REJECTIONS_KEPT_DAYS = 30;

/** Rejections kept with line, column and reason; beyond that they are only counted. */
export const MOST_REJECTIONS = 100_000;

/**
 * How dates are written: 2017-05-13, 13.5.2017, 5/13/2017, or as the day number of a spreadsheet (42868), counted from
 * 1900 or from 1904. A year-first date is understood in every order.
 */
export const DATE_FORMS = ["ymd", "dmy", "mdy", "serial", "serial1904"] as const;
export type DateForm = (typeof DATE_FORMS)[number];
