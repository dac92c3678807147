import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addEndpoint, type EndpointBy } from '../../services/flows/endpoints.ts';
import { takeIn } from '../../services/flows/take-in.ts';
import { watch } from '../../services/flows/watch.ts';
import { openDoor } from '../support/context.ts';
import { edit, type FlowRig, flowRig, type Profile } from './rig.ts';

/** A flow rig whose partners exchange documents by folders of this machine. */
export interface FolderRig {
  readonly rig: FlowRig;
  /** Below this folder endpoints may be. */
  readonly root: string;
  readonly by: EndpointBy;
  /** Makes a folder and an endpoint of a partner there. @returns the id of the endpoint, and the folder */
  add(profile: Profile, name: string): Promise<{ readonly id: string; readonly path: string }>;
  /** Has a document of a partner exchanged at an endpoint. @returns what makes it as it was before */
  exchange(profile: Profile, set: string, name: string): Promise<() => Promise<void>>;
  /** Two looks at an endpoint, far enough apart for files to count. */
  look(endpointId: string): Promise<void>;
  /** Works off all lanes that are due after so many milliseconds. */
  after(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function folderRig(transfers = 1): Promise<FolderRig> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'crossdock-folders-')));
  const rig = await flowRig({ transfers, folders: [root] });
  const { context, orgs } = rig;
  const by: EndpointBy = { actor: 'test', by: { kind: 'hub' }, side: 'team' };
  return {
    ...{ rig, root, by },
    add: async (profile, name) => {
      const path = join(root, name);
      mkdirSync(path);
      const wanted = { environment: 'production', name, channel: 'folder', settings: { path } } as const;
      return { id: await addEndpoint(context, orgs[profile], wanted, by), path };
    },
    exchange: (profile, set, name) =>
      rig.configure(profile, edit('partner.yaml', new RegExp(`(set: "${set}",)`), `$1 endpoint: ${name},`)),
    look: async (endpointId) => {
      await takeIn(context, endpointId, openDoor);
      context.pass(2500);
      await takeIn(context, endpointId, openDoor);
    },
    after: async (ms) => {
      context.pass(ms);
      await watch(context);
      await rig.work();
    },
    close: async () => {
      await rig.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Files in a sub-folder by name, without those that are being written. */
export const filesIn = (path: string, part: string): readonly string[] =>
  existsSync(join(path, part))
    ? readdirSync(join(path, part))
        .filter((name) => !name.startsWith('.') && !name.endsWith('.tmp'))
        .toSorted()
    : [];

export const fileIn = (path: string, part: string, name: string): Buffer => readFileSync(join(path, part, name));

/** Drops a file as a program does that writes under another name first. */
export function drop(path: string, name: string, bytes: Uint8Array | string): void {
  mkdirSync(join(path, 'inbox'), { recursive: true });
  writeFileSync(join(path, 'inbox', name), bytes);
}
