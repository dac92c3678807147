import { newEd25519 } from '../../channels/ssh2.ts';
import type { PartnerChannel } from './channel.ts';
import { logIn, type SftpLogin } from './sftp-login.ts';

/** The SFTP program of a partner, for the hub's own server: it uploads to `inbox/`, and takes what lies in `outbox/`. */
export interface SftpProgram {
  /** Goes into the endpoint's settings. */
  readonly publicKey: string;
  connect(to: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    /** Fingerprints (SHA-256) of the keys that the server may have. */
    readonly hostKeys: readonly string[];
  }): PartnerChannel;
}

/** A key pair for SSH. */
export interface SshKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export function newSshKeys(): SshKeys {
  const { public: publicKey, private: privateKey } = newEd25519();
  return { publicKey, privateKey };
}

/** @param keys made new unless given */
export function sftpProgram({ publicKey, privateKey }: SshKeys = newSshKeys()): SftpProgram {
  return {
    publicKey,
    connect: (to) => {
      let login: SftpLogin | undefined;
      // The server ends what was idle for long; whoever has something to do logs in again.
      const loggedIn = async (): Promise<SftpLogin> => {
        if (!login || login.isOver()) login = await logIn({ ...to, privateKey });
        return login;
      };
      return {
        by: 'SFTP',
        send: async (fileName, bytes) => {
          await (await loggedIn()).send(fileName, bytes);
          return `uploaded as inbox/${fileName}`;
        },
        collect: async () => (await loggedIn()).collect(),
        close: () => login?.end(),
      };
    },
  };
}
