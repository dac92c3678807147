/** What bounds the partners and strangers of the SFTP server; tests make them small. */
export interface ServerLimits {
  /** How long a connection may take until somebody has logged in. */
  readonly logInMs: number;
  /** How long one that is logged in may do nothing. */
  readonly idleMs: number;
  readonly triesPerConnection: number;
  /** Connections that have not logged in yet, in all and of one address. */
  readonly strangers: number;
  readonly strangersPerAddress: number;
  readonly connectionsPerAddress: number;
  /** Wrong passwords of one user from one address within the time: then its passwords are not looked at until that is over. A right key gets in all the same. */
  readonly failuresPerUser: number;
  /**
   * Wrong passwords of whomever from one address, and connections that ended without a log-in: then no password from there is looked at, and its connections are slow.
   * Many partners may share an address.
   */
  readonly failuresPerAddress: number;
  readonly failuresMs: number;
  readonly sessionsPerEndpoint: number;
  readonly handlesPerSession: number;
  /** Files of an endpoint that are unfinished, or kept for a while after they were taken. */
  readonly uploadsPerEndpoint: number;
  /** Bytes of all of these. */
  readonly spoolBytesPerEndpoint: number;
  readonly documentBytes: number;
  /** For how long an upload that broke off can be resumed. */
  readonly unfinishedMs: number;
  /** For how long it is remembered that a file was taken, for programs that look at it once more. */
  readonly takenMs: number;
  /** What waits to be done in a session; until then no more is read from it. */
  readonly waitingBytes: number;
  readonly waitingRequests: number;
}

export const usualServerLimits = (documentBytes: number): ServerLimits => ({
  ...{ logInMs: 30_000, idleMs: 600_000, triesPerConnection: 6 },
  ...{ strangers: 100, strangersPerAddress: 10, connectionsPerAddress: 40 },
  ...{ failuresPerUser: 20, failuresPerAddress: 500, failuresMs: 60_000 },
  ...{ sessionsPerEndpoint: 8, handlesPerSession: 32, uploadsPerEndpoint: 1000 },
  ...{ documentBytes, spoolBytesPerEndpoint: documentBytes * 5 },
  ...{ unfinishedMs: 86_400_000, takenMs: 600_000 },
  ...{ waitingBytes: 4 * 1024 * 1024, waitingRequests: 512 },
});
