import { describe, expect, test } from 'vitest';
import { decodedBody, readEntity } from '../../../services/channels/as2/mime/entity.ts';
import { readHeaders } from '../../../services/channels/as2/mime/headers.ts';
import { readMultipart } from '../../../services/channels/as2/mime/multipart.ts';
import { readParameters, writeParameter } from '../../../services/channels/as2/mime/parameters.ts';
import { base64Lines } from '../../../services/channels/as2/mime/write.ts';

describe('MIME', () => {
  test('fields go on in the next line, and lines may end with LF', () => {
    const { headers, bodyStart } = readHeaders(
      Buffer.from('Content-Type: multipart/signed;\r\n\tboundary="x"\nSubject :  a\r\nSubject: b\r\n\r\nbody'),
    );
    expect(headers.get('content-type')).toBe('multipart/signed; boundary="x"');
    expect([headers.get('subject'), bodyStart]).toEqual(['a', 75]);
    expect(() => readHeaders(Buffer.from('no field\r\n\r\n'))).toThrow('no field');
    expect(() => readHeaders(Buffer.alloc(40_000, 'a: b\r\n'))).toThrow('32 KB');
  });

  test.each([
    ['attachment; filename="a b.x12"', 'a b.x12'],
    ['attachment; filename=plain.x12', 'plain.x12'],
    ['attachment; filename="q\\"uote.x12"', 'q"uote.x12'],
    ['attachment; filename="x"; filename*=UTF-8\'\'Gr%C3%B6%C3%9Fe.x12', 'Größe.x12'],
    ["attachment; filename*=iso-8859-1'de'Gr%F6%DFe.x12", 'Größe.x12'],
    ['attachment; filename*0*=UTF-8\'\'Gr%C3%B6; filename*1="ss.x12"', 'Gröss.x12'],
    ['attachment', undefined],
  ])('file name of %s', (field, name) => expect(readParameters(field).parameters.get('filename')).toBe(name));

  test('any file name is read as it was written', () => {
    for (const name of ['945.x12', 'a "b" \\c;d.x12', 'Größe 発注.x12', "it's (1)*.x12"]) {
      const field = `attachment; ${writeParameter('filename', name)}`;
      expect(field).toMatch(/^[\x20-\x7e]+$/);
      const read = readParameters(field).parameters.get('filename');
      expect(read).toBe(name);
    }
  });

  test('parts are cut at their boundary exactly, also where another one begins alike', () => {
    const body = Buffer.from('preamble\r\n--b\r\n\r\none\r\n\r\n--b \r\nX: 1\r\n\r\n--bc\r\n--b--\r\nepilogue');
    expect(readMultipart(body, 'b').map(String)).toEqual(['\r\none\r\n', 'X: 1\r\n\r\n--bc']);
    expect(readMultipart(Buffer.from('--b\n--b--'), 'b').map(String)).toEqual(['']);
    expect(() => readMultipart(Buffer.from('--b\r\n\r\none\r\n--b\r\n\r\ntwo'), 'b')).toThrow('cut off');
    expect(() => readMultipart(Buffer.from('--b\r\n'.repeat(500)), 'b')).toThrow('more than 100');
  });

  test('bodies come back from their transfer encoding', () => {
    const decoded = (encoding: string, body: Buffer | string) =>
      decodedBody({ headers: new Map([['content-transfer-encoding', encoding]]), body: Buffer.from(body) });
    const large = Buffer.alloc(3_000_001, 'ISA*\x00\xff', 'latin1');
    expect(decoded('base64', base64Lines(large)).equals(large)).toBe(true);
    expect(decoded('Base64', 'SVNB\r\n').toString()).toBe('ISA');
    expect(decoded('quoted-printable', 'a=3Db=\r\nc=0A').toString()).toBe('a=bc\n');
    for (const [encoding, text] of [
      ['base64', 'SVN#'],
      ['base64', 'SQ==SQ=='],
      ['quoted-printable', '=GG'],
      ['uuencode', ''],
    ] as const)
      expect(() => decoded(encoding, text)).toThrow(expect.objectContaining({ name: 'MimeError' }));
  });

  test('a part says what it is', () => {
    expect(() => readEntity(Buffer.from('Subject: x\r\n\r\n'))).toThrow('Content-Type');
  });
});
