import { expect, test } from 'vitest';
import { type ErrorEntry, errorCatalogue } from '../../services/domain/error-catalogue.ts';
import { CodedError, classifyError, RefusedDocument } from '../../services/domain/errors.ts';
import { sniffDocument } from '../../services/domain/sniff.ts';
import { isa } from './rig.ts';

const foreign = (fields: object, message = 'secret details') => Object.assign(new Error(message), fields);

test('a coded error is what the catalogue says; the detail given wins over the usual remedy', () => {
  const plain = classifyError(new CodedError('http.not-found'));
  expect(plain).toMatchObject({
    http: { status: 404, code: 'http.not-found', detail: errorCatalogue['http.not-found'].remedy },
    retry: 'never',
    owner: 'sender',
  });
  const rich = classifyError(new CodedError('http.too-many-requests', { detail: 'Wait.', retryAfterSeconds: 3 }));
  expect(rich).toMatchObject({ http: { status: 429, detail: 'Wait.', retryAfterSeconds: 3 }, retry: 'later' });
});

test('a document that is no X12 is 422 under the code of its finding', () => {
  const refused = classifyError(new RefusedDocument({ code: 'x12.document.html', explanation: 'It is HTML.' }, 'd-1'));
  expect(refused.http).toMatchObject({ status: 422, code: 'x12.document.html', documentId: 'd-1' });
});

test.each([
  ['refused connection', foreign({ code: 'ECONNREFUSED' })],
  ['connection lost', foreign({}, 'Connection terminated unexpectedly')],
  [
    'connection lost, after the statement that knex puts there',
    foreign({}, 'select 1 - Connection terminated: no answer'),
  ],
  ['connection lost while it was used', foreign({}, 'Client was closed and is not queryable')],
  ['no connection in the time of the driver', foreign({}, 'timeout expired')],
  ['no connection in time', foreign({ name: 'KnexTimeoutError' })],
  ['pool exhausted', foreign({}, 'timeout exceeded when trying to connect')],
  ['shutting down', foreign({ code: '57P01' })],
  ['starting up', foreign({ code: '57P03' })],
  ['too many clients', foreign({ code: '53300' })],
  ['disk full', foreign({ code: '53100' })],
  ['connection failure', foreign({ code: '08006' })],
])('a database that is away (%s) is 503, worth another try, the operator’s affair', (_name, error) => {
  expect(classifyError(error)).toMatchObject({
    http: { status: 503, code: 'store.unavailable' },
    retry: 'later',
    owner: 'operator',
    logLevel: 'error',
  });
});

test('a deadlock or a lost race is 503 and worth another try', () => {
  for (const code of ['40001', '40P01']) expect(classifyError(foreign({ code })).http.code).toBe('store.busy');
});

test('a lock or a statement that takes too long is 503, and every 503 says when to come again', () => {
  expect(classifyError(foreign({ code: '55P03' })).http).toMatchObject({ status: 503, code: 'store.busy' });
  expect(classifyError(foreign({ code: '57014' })).http).toMatchObject({ status: 503, code: 'store.too-slow' });
  for (const [code, { status }] of Object.entries(errorCatalogue))
    if (status === 503)
      expect(classifyError(new CodedError(code as keyof typeof errorCatalogue)).http.retryAfterSeconds).toBeGreaterThan(
        0,
      );
});

test('what nobody foresaw is 500 and shows nothing of itself', () => {
  for (const error of [
    foreign({ code: '42703' }),
    new TypeError('secret details'),
    'secret details',
    undefined,
    { secret: 'details' },
  ]) {
    const verdict = classifyError(error);
    expect(verdict).toMatchObject({
      http: { status: 500, code: 'hub.internal' },
      owner: 'developer',
      logLevel: 'error',
    });
    expect(JSON.stringify(verdict)).not.toContain('secret');
  }
});

test('only what is the hub’s or the operator’s, and is not refused on purpose, is logged as an error', () => {
  for (const [code, { owner, status, onPurpose }] of Object.entries<ErrorEntry>(errorCatalogue)) {
    const verdict = classifyError(new CodedError(code as keyof typeof errorCatalogue));
    expect([code, verdict.logLevel === 'error']).toEqual([code, owner !== 'sender' && !onPurpose]);
    expect([code, owner !== 'sender']).toEqual([code, status >= 500]);
  }
});

test('a document with a whole ISA anywhere is left to the reader, one whose only ISA is cut off is not', () => {
  for (const before of ['', '\ufeff \r\n', 'junk before\n', 'MESSAGE '])
    expect(sniffDocument(Buffer.from(before + isa()))).toBeUndefined();
  for (const text of ['ISA*00', '\ufeff \r\nISA|00', 'ISA*'])
    expect(sniffDocument(Buffer.from(text))?.code).toBe('x12.interchange.header-incomplete');
  for (const text of ['', '  \n', 'MESSAGE ISA^00', 'DISABLED', 'ISA', 'ISAAC NEWTON'])
    expect(sniffDocument(Buffer.from(text))?.code).toMatch(/^x12\.document\./);
});
