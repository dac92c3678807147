/** The imported standards cannot be used; the message names file, line and remedy, in sentences that an operator reads. */
export class ImportError extends Error {}
