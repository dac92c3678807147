import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { said } from './command.ts';
import { acknowledgement, answer, file, inProfile, profile, room } from './mapping-room.ts';

describe('mapping diff', { timeout: 900_000, concurrent: true }, () => {
  let old: string;
  let documents: string;
  beforeAll(() => {
    old = file('old.yaml', acknowledgement);
    documents = join(room, 'documents');
    file('documents/a.x12', answer('A', '1'));
    file('documents/deeper/r.x12', answer('R', '2'));
    file('documents/readme.txt', 'not a document\n');
  });

  test('finds no difference between a mapping and itself', async () => {
    const { code, out, err } = await said(['mapping', 'diff', old, old, documents]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      '2 documents with 2 events, 1 passed over: no difference\nevents: 0 added, 0 removed, 0 changed\nfindings: 0 new, 0 gone\n',
    );
  });

  test('tells value by value what a change does to every document, and exits with 1', async () => {
    const changed = file(
      'new.yaml',
      acknowledgement
        .replace('subject: AK1-02', 'subject: { join: [AK1-01, AK1-02], with: / }')
        .replace('statusCode: AK9-01\n', 'statusCode: AK9-02\n  counts: { fields: { accepted: AK9-04 } }\n'),
    );
    const { code, out } = await said(['mapping', 'diff', old, changed, documents]);
    expect(code).toBe(1);
    expect(out).toBe(`a.x12
  ~ document.acknowledged.v1 1
      subject: "1" → "OW/1"
      /statusCode: "A" → "1"
      /counts: nothing → {"accepted":1}
  - note: mapping.value-unread at AK9 (segment 5): AK9-02, AK9-03, AK9-04 (3 values): no event says what stands there. The mapping Acknowledgement does not read them here.
  + note: mapping.value-unread at AK9 (segment 5): AK9-03: no event says what stands there. The mapping Acknowledgement does not read it here.

deeper/r.x12
  ~ document.acknowledged.v1 2
      subject: "2" → "OW/2"
      /statusCode: "R" → "1"
      /counts: nothing → {"accepted":1}
  - note: mapping.value-unread at AK9 (segment 5): AK9-02, AK9-03, AK9-04 (3 values): no event says what stands there. The mapping Acknowledgement does not read them here.
  + note: mapping.value-unread at AK9 (segment 5): AK9-03: no event says what stands there. The mapping Acknowledgement does not read it here.

2 documents with 2 events, 1 passed over: 2 differ
events: 0 added, 0 removed, 2 changed
findings: 2 new, 2 gone
`);
  });

  test('tells of events that are made no more, and of findings that come and go', async () => {
    const changed = file(
      'stricter.yaml',
      `${acknowledgement.replace('emits:', 'when: { not: { value: AK9-01, is: R } }\nemits:')}assert:\n  - { that: { value: AK9-01, is: A }, code: business.not-accepted, explain: The group is not accepted. }\n`,
    );
    const { code, out } = await said(['mapping', 'diff', '--json', old, changed, documents]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      compared: 2,
      skipped: 1,
      differing: [
        {
          document: 'deeper/r.x12',
          events: [{ kind: 'removed', type: 'document.acknowledged.v1', subject: '2' }],
          // Where no event is made, nothing is told of what the event would not say.
          findings: [
            { kind: 'vanished', finding: { code: 'mapping.value-unread' } },
            { kind: 'appeared', finding: { code: 'business.not-accepted' } },
          ],
        },
      ],
    });
    const back = await said(['mapping', 'diff', changed, old, documents]);
    expect(back.out).toMatch(/\+ document\.acknowledged\.v1 2\n {2}- business: business\.not-accepted/);
  });

  test('finds the same in a copy of a profile that lies in a folder of another name', async () => {
    const guided = profile('standard-carrier', 'copied', {});
    const copy = join(room, 'carrier-as-it-was');
    renameSync(guided, copy);
    const { code, out } = await said(['mapping', 'diff', inProfile('standard-carrier'), copy, join(copy, 'samples')]);
    expect(out).toMatch(/: no difference\nevents: 0 added, 0 removed, 0 changed\nfindings: 0 new, 0 gone\n$/);
    expect(code).toBe(0);
  });

  test('compares two profiles over their samples, what they write too', async () => {
    const changed = profile('standard-3pl', 'changed', {
      'mappings/940-out.yaml': (text) =>
        text.replace('orderNumber, required: true', 'orderNumber, required: true, as: upper, max: 5'),
      'mappings/997-in.yaml': (text) =>
        text.replace('  groupControl: AK1-02', '  groupControl: { join: [AK1-01, AK1-02] }'),
    });
    const { code, out } = await said([
      'mapping',
      'diff',
      inProfile('standard-3pl'),
      changed,
      inProfile('standard-3pl', 'samples'),
    ]);
    expect(code).toBe(1);
    expect(out).toContain('940-release.event.json\n  - W05*N*WH/OUT/00001*PO-88101~\n  + W05*N*WH/OU*PO-88101~\n');
    expect(out).toMatch(
      /997-accepted\.x12\n {2}~ document\.acknowledged\.v1 OW\/1\n {6}\/groupControl: "1" → "OW ?1"\n/,
    );
  });
});
