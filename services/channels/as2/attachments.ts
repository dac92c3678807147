import { plainFileName } from '../../domain/file-name.ts';
import type { Arrival } from '../channel.ts';
import { As2Fault } from './as2-fault.ts';
import { decodedBody, type Entity, readEntity } from './mime/entity.ts';
import { MimeError } from './mime/mime-error.ts';
import { readMultipart } from './mime/multipart.ts';
import { readParameters } from './mime/parameters.ts';

export interface Attachment extends Pick<Arrival, 'bytes' | 'fileName'> {
  /** Media type, as the sender says it. */
  readonly type: string;
}

const several = new Set(['multipart/related', 'multipart/mixed']);
const deepest = 4;
const mostFiles = 100;

/** The files of a message: one, or the parts of a multipart body in their order. @throws As2Fault */
export function attachmentsOf(content: Entity, keepsNames: boolean): readonly Attachment[] {
  try {
    const files = partsOf(content, 0).map((part) => attachmentOf(part, keepsNames));
    const names = files.flatMap(({ fileName }) => fileName ?? []);
    if (new Set(names).size < names.length) throw new As2Fault('duplicate-filename');
    return files;
  } catch (error) {
    if (!(error instanceof MimeError)) throw error;
    throw new As2Fault('unexpected-processing-error', error.message, error);
  }
}

/** What is in an entity, however it is nested. @throws As2Fault for what is several parts in a way that is none of several documents */
function partsOf(entity: Entity, depth: number): readonly Entity[] {
  const { value, parameters } = entity.type;
  if (!value.startsWith('multipart/')) return [entity];
  if (!several.has(value))
    throw new As2Fault('unexpected-processing-error', `It holds a ${value}, which is no way to send documents here.`);
  if (depth >= deepest) throw new As2Fault('unexpected-processing-error', 'Its parts are nested too deeply.');
  const parts = readMultipart(decodedBody(entity), parameters.get('boundary') ?? '').map(readEntity);
  const all = parts.flatMap((part) => partsOf(part, depth + 1));
  if (all.length > mostFiles) throw new As2Fault('unexpected-processing-error', `It has more than ${mostFiles} files.`);
  return all;
}

function attachmentOf(part: Entity, keepsNames: boolean): Attachment {
  const file = { bytes: decodedBody(part), type: part.type.value };
  const given = keepsNames ? givenName(part) : undefined;
  if (given === undefined) return file;
  const fileName = plainFileName(given);
  if (fileName === undefined) throw new As2Fault('illegal-filename');
  return { ...file, fileName };
}

function givenName({ headers, type }: Entity): string | undefined {
  const disposition = readParameters(headers.get('content-disposition') ?? '').parameters.get('filename');
  return disposition ?? type.parameters.get('name');
}
