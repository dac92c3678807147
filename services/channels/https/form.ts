import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import multer from 'multer';
import { CodedError } from '../../domain/errors.ts';
import { type BodyLimits, boundedBody } from './body.ts';

export interface FormFile {
  readonly name: string;
  readonly bytes: Buffer;
}

// Enough for a night's files in one go; more in one request is a mistake or worse. Text fields are thrown away, so they may be nothing but plain and small.
const limits = {
  ...{ files: 100, fields: 20, fieldSize: 65_536, parts: 120 },
  ...{ fieldNameSize: 200, fieldNestingDepth: 2, fieldArrayIndexLimit: 100 },
};

/** The files of a `multipart/form-data` body, in their order; text fields are left aside. The limits are for the whole body, with all that is no file. */
export function readForm(request: IncomingMessage, bounds: BodyLimits): Promise<readonly FormFile[]> {
  return new Promise((resolve, reject) => {
    const files: { name: string; chunks: Buffer[] }[] = [];
    const body = boundedBody(request, bounds);
    body.once('error', (error) => {
      files.length = 0;
      reject(error);
    });
    const storage: multer.StorageEngine = {
      _handleFile(_request, file, done) {
        const kept = { name: file.originalname, chunks: [] as Buffer[] };
        files.push(kept);
        file.stream.on('data', (chunk: Buffer) => void kept.chunks.push(chunk));
        file.stream.once('end', () => done(null, {}));
      },
      _removeFile(_request, _file, done) {
        done(null);
      },
    };
    const streamHandler = (_request: unknown, busboy: NodeJS.WritableStream) => void body.pipe(busboy);
    const read = multer({ storage, limits, defParamCharset: 'utf8', streamHandler } as multer.Options).any();
    // multer looks at nothing but the headers and the stream; it is Express only by its types.
    read(request as Request, undefined as unknown as Response, (error?: unknown) => {
      if (error) reject(formError(error, request));
      else resolve(files.map(({ name, chunks }) => ({ name, bytes: Buffer.concat(chunks) })));
    });
  });
}

function formError(cause: unknown, request: IncomingMessage): CodedError {
  if (request.destroyed && !request.complete) return new CodedError('inbox.cut-off', { cause });
  const reason = cause instanceof Error ? `${cause.message}. ` : '';
  return new CodedError('inbox.form-invalid', {
    cause,
    detail: `${reason}Send the document as the plain body with \`Content-Type: application/edi-x12\`, or correct the form.`,
  });
}
