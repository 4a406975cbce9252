const MEGABYTE = 1024 * 1024;

/** The largest file taken, picture or PDF. Phones write 2–12 MB. */
export const MOST_FILE_BYTES = 15 * MEGABYTE;
export const MOST_FILE_MEGABYTES = MOST_FILE_BYTES / MEGABYTE;

/** A small file can hold an enormous picture. Phones have up to 50 million in their ordinary modes. */
export const MOST_PIXELS = 64_000_000;

/**
 * Pictures that are coded coarsely first and finely later (progressive JPEG, interlaced PNG) are held whole while they are
 * decoded: up to 8 bytes a pixel. Cameras write none.
 */
export const MOST_PIXELS_HELD = 32_000_000;

/** The longer side of a stored photo. */
export const PHOTO_SIDE = 2000;

/** Photos kept as evidence for an item that is not itself a photo. */
export const MOST_EVIDENCE_PHOTOS = 5;

/** Files of one message of an appeal. */
export const MOST_ATTACHMENTS = 5;

/** Pictures worked on at once in a process; of those that are held whole one at a time. */
export const PHOTOS_AT_ONCE = 2;

/** What uploads that are being received or wait for their turn may hold in memory together. */
export const MOST_BYTES_WAITING = 240 * MEGABYTE;

/** Uploads of one member at a time. */
export const UPLOADS_PER_MEMBER = 4;

/** An upload that brings nothing for so long, or is not done after so long, has been given up. */
export const UPLOAD_IDLE_MS = 30_000;
export const UPLOAD_MOST_MS = 10 * 60_000;
