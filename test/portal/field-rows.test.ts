import { expect, test } from 'vitest';
import { type FieldRow, FieldRows } from '../../portal/src/features/message/field-rows.ts';

const all = (rows: FieldRows): FieldRow[] => Array.from({ length: rows.count }, (_, index) => rows.at(index)!);
const from = (start: number) => ({ ranges: [[start, start + 1]], mappingLine: 1 });

const data = {
  note: 'x',
  lines: [{ product: { sku: 'A' }, shipped: { value: '2', unitCode: 'EA' } }, { product: { sku: 'B' } }],
  orderNumber: 'WH/OUT/00001',
  'a/b~c': { id: 7 },
};
const provenance = {
  '/orderNumber': from(10),
  '/lines/0/product/sku': from(40),
  '/lines/0/shipped/value': from(36),
  '/lines/0/shipped/unitCode': from(38),
  '/lines/1/product/sku': from(60),
  '/a~1b~0c/id': from(20),
};

test('rows stand in the order of the document, parents first, plain values before what holds others', () => {
  expect(all(new FieldRows(data, provenance)).map(({ pointer, depth, kind }) => [pointer, depth, kind])).toEqual([
    ['/orderNumber', 0, 'leaf'],
    ['/note', 0, 'leaf'],
    ['/a~1b~0c', 0, 'object'],
    ['/a~1b~0c/id', 1, 'leaf'],
    ['/lines', 0, 'list'],
    ['/lines/0', 1, 'entry'],
    ['/lines/0/shipped', 2, 'object'],
    ['/lines/0/shipped/value', 3, 'leaf'],
    ['/lines/0/shipped/unitCode', 3, 'leaf'],
    ['/lines/0/product', 2, 'object'],
    ['/lines/0/product/sku', 3, 'leaf'],
    ['/lines/1', 1, 'entry'],
    ['/lines/1/product', 2, 'object'],
    ['/lines/1/product/sku', 3, 'leaf'],
  ]);
});

test('every row is found by its pointer, and nothing else is', () => {
  const rows = new FieldRows(data, provenance);
  expect(all(rows).map(({ pointer }) => rows.indexOf(pointer))).toEqual(all(rows).map((_, index) => index));
  expect(['/line', '/lines/2', '/lines/0/shipped/value/x', 'lines'].map((pointer) => rows.indexOf(pointer))).toEqual([
    -1, -1, -1, -1,
  ]);
  expect([rows.at(-1), rows.at(rows.count)]).toEqual([undefined, undefined]);
});

test('an event without fields has no row', () => {
  const rows = new FieldRows({}, {});
  expect([rows.count, rows.at(0)]).toEqual([0, undefined]);
});
