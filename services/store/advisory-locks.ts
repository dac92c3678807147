/**
 * Numbers of the advisory locks that last as long as a transaction or a connection, each for one thing. Two things under one number would wait for each other
 * for nothing.
 */
export const advisoryLocks = {
  /** Migrations, and the logins that are made with them. */
  schema: 726101,
  /** Chaining and sealing of the audit trail. */
  audit: 726102,
  /** The first company or the demo in an empty database. */
  setUp: 726103,
  /** Names of partners. */
  partnerNames: 726104,
  /** Names and folders of endpoints. */
  endpoints: 726105,
  /** Trading ids. */
  identities: 726106,
  /** Handing events to the broker. */
  broker: 726108,
  /** Keys of the hub. */
  hubKeys: 726107,
} as const;
