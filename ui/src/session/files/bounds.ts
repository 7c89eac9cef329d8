/** The most bytes of a file that is offered; the server has the same bound. */
export const MOST_BYTES = 2 * 1024 * 1024 * 1024
/** Files that come, or go, at once. */
export const MOST_AT_ONCE = 4
/** Bytes that are on their way, and not yet on the receiver's disk. */
export const WINDOW = 16 * 1024 * 1024
/** Bytes that are read at once. */
export const BLOCK = 1024 * 1024
