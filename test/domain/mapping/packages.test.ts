import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InboundMapping } from '../../../services/domain/mapping/language/plan.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { skipped } from '../../support/skipped.ts';
import { documentOf, mappingOf, profileOf, setsOf } from './support.ts';

const warehouse = profileOf('standard-3pl');

function mapped(set: string, bytes: Uint8Array) {
  const mapping = mappingOf(warehouse, set);
  if (mapping.direction !== 'inbound') throw new Error(`${set} is not inbound.`);
  const [one] = setsOf(bytes);
  const { events, findings } = mapSet(one!, mapping, { partnerZone: 'America/Chicago' });
  return {
    data: events[0]?.data as Record<string, never> | undefined,
    // The notice says no zone of its time, which is told and not what these tests look at.
    unread: findings
      .filter(({ code }) => code !== 'mapping.zone-assumed')
      .map(({ code, segment, received }) => [code, segment, received]),
  };
}

const [one, two, three] = ['006141410000000012', '006141410000000029', '006141410000000036'];
const line = (marks: string, more = '') =>
  mapped('945', documentOf('945', `W06*F*ORDER-1*20260304\nLX*1\n${marks}\nW12*CC*2*2**EA**SK*A${more}\nW03*2`));
const packagesOf = (marks: string) => {
  const { data, unread } = line(marks);
  const [first] = (data?.lines ?? []) as unknown as { packages?: object[]; parcels?: object[] }[];
  return { packages: first?.packages, parcels: first?.parcels, unread };
};

describe('labels and tracking numbers of a shipped line', () => {
  it.each([
    ['each number behind its label', `MAN*GM*${one}\nMAN*CP*T1\nMAN*GM*${two}\nMAN*CP*T2`],
    ['each number before its label', `MAN*CP*T1\nMAN*GM*${one}\nMAN*CP*T2\nMAN*GM*${two}`],
    ['label and number in one MAN', `MAN*GM*${one}**CP*T1\nMAN*GM*${two}**CP*T2`],
    ['number and label in one MAN', `MAN*CP*T1**GM*${one}\nMAN*CP*T2**AA*${two}`],
  ])('go together: %s', (_how, marks) => {
    expect(packagesOf(marks)).toEqual({
      packages: [
        { sscc: one, tracking: 'T1' },
        { sscc: two, tracking: 'T2' },
      ],
      unread: [],
    });
  });

  it('are all there: two labels in one MAN, and a range of them', () => {
    expect(packagesOf(`MAN*GM*${one}**GM*${two}`).packages).toEqual([{ sscc: one }, { sscc: two }]);
    expect(packagesOf(`MAN*GM*${one}*${three}`).packages).toEqual([{ sscc: one, through: three }]);
  });

  it('stand as parcels where no package has a label', () => {
    expect(packagesOf('MAN*CP*T1\nMAN*CP*T2*T9')).toEqual({
      parcels: [{ tracking: 'T1' }, { tracking: 'T2', through: 'T9' }],
      unread: [],
    });
  });

  it.each([
    ['in one MAN', `MAN*GM*${one}**CP*T1*T9`],
    ['label behind', `MAN*CP*T1*T9*GM*${one}`],
    ['in the MAN behind', `MAN*GM*${one}\nMAN*CP*T1*T9`],
    ['in the MAN before', `MAN*CP*T1*T9\nMAN*GM*${one}`],
  ])('a range of tracking numbers beside a label is there as a whole: %s', (_how, marks) => {
    expect(packagesOf(marks)).toEqual({
      packages: [{ sscc: one, tracking: 'T1', trackingThrough: 'T9' }],
      unread: [],
    });
  });

  it('a number without a range does not take the range of the next one', () => {
    expect(packagesOf(`MAN*GM*${one}**CP*T1\nMAN*CP*T2*T9`)).toEqual({
      packages: [{ sscc: one, tracking: 'T1' }],
      unread: [['mapping.value-unread', 'MAN', 'CP']],
    });
  });

  it('two tracking numbers in one MAN are two parcels', () => {
    expect(packagesOf('MAN*CP*T1**CP*T2*T9')).toEqual({
      parcels: [{ tracking: 'T1' }, { tracking: 'T2', through: 'T9' }],
      unread: [],
    });
  });

  it('are told where there is no telling to which package they belong', () => {
    expect(packagesOf(`MAN*GM*${one}\nMAN*CP*T1\nMAN*CP*T2\nMAN*ZZ*OTHER`).unread).toEqual([
      ['mapping.value-unread', 'MAN', 'T2'],
    ]);
  });
});

describe('packages of announced items', () => {
  const item = (levels: string) => {
    const { data, unread } = mapped(
      '856',
      documentOf('856', `BSN*00*ASN-1*20260304*1510*0001\nHL*1**S\nHL*2*1*O\nPRF*P1\n${levels}\nCTT*5`),
    );
    return { items: data?.items, unread };
  };
  const goods = 'LIN*1*SK*A\nSN1*1*5*EA';
  const common = {
    purchaseOrder: 'P1',
    lineNumber: '1',
    product: { sku: 'A' },
    quantity: { value: 5, unit: 'each', unitCode: 'EA' },
  };

  it('are found below the item, too', () => {
    expect(item(`HL*3*2*I\n${goods}\nHL*4*3*P\nMAN*GM*${one}\nMAN*CP*T1\nHL*5*3*P\nMAN*GM*${two}`)).toEqual({
      items: [
        {
          ...common,
          // Several: which number belongs to which label stands in the list.
          package: { sscc: one, kind: 'carton' },
          packages: [
            { sscc: one, kind: 'carton', tracking: 'T1' },
            { sscc: two, kind: 'carton' },
          ],
        },
      ],
      unread: [],
    });
  });

  it('are all told where a package has two labels', () => {
    expect(item(`HL*3*2*P\nMAN*GM*${one}**GM*${two}\nHL*4*3*I\n${goods}`).items).toEqual([
      {
        ...common,
        package: { sscc: one, kind: 'carton' },
        packages: [
          { sscc: one, kind: 'carton' },
          { sscc: two, kind: 'carton' },
        ],
      },
    ]);
    expect(item(`HL*3*2*P\nMAN*GM*${one}\nMAN*AA*${two}\nHL*4*3*I\n${goods}`).items).toMatchObject([
      { packages: [{ sscc: one }, { sscc: two }] },
    ]);
  });

  it.each([
    ['in one MAN', `MAN*GM*${one}**CP*T1*T9`],
    ['in the MAN behind', `MAN*GM*${one}\nMAN*CP*T1*T9`],
  ])('have a range of tracking numbers, as pallets have: %s', (_how, marks) => {
    const range = { sscc: one, tracking: 'T1', trackingThrough: 'T9' };
    for (const [levels, kind] of [
      [`HL*3*2*P\n${marks}\nHL*4*3*I\n${goods}`, { package: { ...range, kind: 'carton' } }],
      [`HL*3*2*T\n${marks}\nHL*4*3*I\n${goods}`, { pallet: { ...range, kind: 'pallet' } }],
    ] as const)
      expect(item(levels)).toEqual({ items: [{ ...common, ...kind }], unread: [] });
    expect(item(`HL*3*2*I\n${goods}\nHL*4*3*P\n${marks}`).items).toMatchObject([{ packages: [range] }]);
  });

  it('take no tracking number and no range of another label', () => {
    const other = `HL*4*3*P\nMAN*GM*${one}\nHL*5*3*P\nMAN*CP*T1*T2*GM*${two}`;
    expect(item(`HL*3*2*I\n${goods}\n${other}`).items).toEqual([
      {
        ...common,
        package: { sscc: one, kind: 'carton' },
        packages: [
          { sscc: one, kind: 'carton' },
          { sscc: two, kind: 'carton', tracking: 'T1', trackingThrough: 'T2' },
        ],
      },
    ]);
    const second = `MAN*GM*${one}\nMAN*GM*${two}*${three}\nMAN*CP*T1`;
    expect(item(`HL*3*2*P\n${second}\nHL*4*3*I\n${goods}`).items).toEqual([
      {
        ...common,
        package: { sscc: one, kind: 'carton' },
        packages: [
          { sscc: one, kind: 'carton' },
          { sscc: two, through: three, kind: 'carton', tracking: 'T1' },
        ],
      },
    ]);
    expect(item(`HL*3*2*I\n${goods}\nHL*4*3*P\nMAN*GM*${one}\nHL*5*3*P\nMAN*CP*T1`).items).toEqual([
      {
        ...common,
        package: { sscc: one, kind: 'carton' },
        packages: [{ sscc: one, kind: 'carton' }],
        parcels: [{ tracking: 'T1' }],
      },
    ]);
  });

  it('are parcels where they have tracking numbers only, however many', () => {
    expect(item(`HL*3*2*P\nMAN*CP*T1\nMAN*CP*T2*T3*CP*T4*T5\nHL*4*3*I\n${goods}`)).toEqual({
      items: [
        {
          ...common,
          parcels: [{ tracking: 'T1' }, { tracking: 'T2', through: 'T3' }, { tracking: 'T4', through: 'T5' }],
        },
      ],
      unread: [],
    });
  });

  it('are parcels where they have a tracking number only', () => {
    expect(item(`HL*3*2*P\nMAN*CP*1Z999\nHL*4*3*I\n${goods}`)).toEqual({
      items: [{ ...common, parcels: [{ tracking: '1Z999' }] }],
      unread: [],
    });
  });

  it('carry the serial numbers of their goods, in LIN and in REF', () => {
    expect(item(`HL*3*2*I\nLIN*1*SK*A*SN*S1\nSN1*1*5*EA\nREF*SE*S2\nREF*SE*S3`).items).toMatchObject([
      { serialNumbers: ['S2', 'S3', 'S1'] },
    ]);
  });
});

describe('levels whose HL-02 is empty', () => {
  const goods = 'LIN*1*SK*A\nSN1*1*5*EA';
  const notice = (structure: string, levels: string) => {
    const [set] = setsOf(
      documentOf('856', `BSN*00*ASN-1*20260304*1510*${structure}\nHL*1**S\nTD5*B*2*BHFT*M\n${levels}\nCTT*3`),
    );
    const mapping = mappingOf(warehouse, '856') as InboundMapping;
    const { events } = mapSet(set!, mapping);
    const levelsAbove = set!.findings.filter(({ code }) => code.startsWith('x12.hl.'));
    return {
      items: (events[0]?.data.items ?? []) as { purchaseOrder?: string }[],
      findings: levelsAbove.map(({ code, level, position, expected }) => [code, level, position, expected]),
    };
  };

  it('keep the order of their items, with a note that says where they were put', () => {
    const { items, findings } = notice(
      '0004',
      `HL*2**O\nPRF*P1\nHL*3**I\n${goods}\nHL*4**O\nPRF*P2\nHL*5**I\n${goods}`,
    );
    expect(items.map(({ purchaseOrder }) => purchaseOrder)).toEqual(['P1', 'P2']);
    expect(findings[0]).toEqual(['x12.hl.parent-by-order', 'note', 5, '1']);
    expect(findings.map(([code]) => code)).toEqual(Array(4).fill('x12.hl.parent-by-order'));
  });

  it('are told to be empty where the order of levels does not tell what they belong to', () => {
    const { findings } = notice(
      'ZZZZ',
      `HL*2**O\nPRF*P1\nHL*3**I\n${goods}\nHL*4**O\nPRF*P2\nHL*5**P\nHL*6**I\n${goods}`,
    );
    expect(findings[0]).toEqual(['x12.hl.parent-empty', 'note', 5, undefined]);
  });
});

describe('serial numbers', () => {
  it.each(['004040', '005010', '006010'])(
    'are in the received lines of %s too, which stand below an LX there',
    (version) => {
      const text = Buffer.from(
        documentOf('944', 'W17*F*20260304*R1*O1\nLX*1\nW07*2*EA**SK*A\nN9*SE*S1\nW14*2'),
      ).toString();
      const later = text.replace('*U*00401', `*^*0${version.slice(1, 5)}`).replace('*X*004010', `*X*${version}`);
      expect(mapped('944', Buffer.from(later)).data!.lines).toMatchObject([
        { received: { value: 2 }, serialNumbers: ['S1'] },
      ]);
    },
  );

  it('are in the shipped, the received and the adjusted line', () => {
    const serials = '\nN9*SE*SN1\nN9*SE*SN2';
    expect(line('MAN*ZZ*1', serials).data?.lines).toMatchObject([{ serialNumbers: ['SN1', 'SN2'] }]);
    const received = mapped('944', documentOf('944', `W17*F*20260304*R1*O1\nW07*2*EA**SK*A${serials}\nW14*2`));
    expect(received.data?.lines).toMatchObject([{ serialNumbers: ['SN1', 'SN2'] }]);
    const adjusted = mapped('947', documentOf('947', `W15*20260304*A1\nW19*AA*-2*EA**SK*A${serials}`));
    expect(adjusted.data?.lines).toMatchObject([{ serialNumbers: ['SN1', 'SN2'] }]);
  });
});

const cases = new URL('../../../../shared/cases/x12/', import.meta.url);

describe.skipIf(!existsSync(cases))(
  skipped('inputs that came out wrong', !existsSync(cases) && '../shared/cases is not here'),
  () => {
    const read = (name: string) => readFileSync(new URL(`${name}.edi`, cases));

    it('come out right', () => {
      expect(mapped('945', read('man-tracking-pairing')).data?.lines).toMatchObject([
        { packages: [{ tracking: '1ZAAA' }, { tracking: '1ZBBB' }] },
      ]);
      expect(mapped('945', read('serials-lost')).data?.lines).toMatchObject([{ serialNumbers: ['SN1', 'SN2'] }]);
      expect(mapped('856', read('soip-labels-lost')).data?.items).toMatchObject([
        { packages: [{ sscc: one }, { sscc: two }] },
      ]);
      expect(mapped('856', read('parcel-pack-tracking-only')).data?.items).toMatchObject([
        { parcels: [{ tracking: '1Z999' }] },
      ]);
    });
  },
);
