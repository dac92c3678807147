/** A setting that cannot be used; the message says which one and what it should be. */
export class ConfigError extends Error {}
