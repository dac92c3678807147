/** What exchanges of the channels `sftp` and `sftp-server` keep as their `detail`, for people to see. A type and no interface, so that it is a record as well. */
export type SftpDetail = {
  readonly fileName?: string;
  /** `client`: the hub called the partner's server. `server`: the partner called the hub. */
  readonly role: 'client' | 'server';
  /** Where the file lay or was put, as the partner sees it: `/inbox/945.x12`. */
  readonly path: string;
  readonly sizeBytes?: number;
  /** Name that was logged in with. */
  readonly user: string;
  /** `client`: host and port of the partner's server. `server`: address that the partner came from. */
  readonly peer: string;
  /** What the other side calls its software, such as `OpenSSH_9.2`. */
  readonly software?: string;
  /** How the log-in was proved. */
  readonly method?: 'publickey' | 'password';
  /** `server`: of the partner's key. `client`: of the host key of the partner's server. */
  readonly fingerprint?: string;
  /** What became of a document of ours after that, such as `read to its end` or `deleted`. */
  readonly afterwards?: string;
};
