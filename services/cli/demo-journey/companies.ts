import type { components } from '../../../specs/generated/openapi.ts';

export type Channel = 'as2' | 'sftp';
type Document = { readonly set: string; readonly direction: 'inbound' | 'outbound' };

/** A company that comes to the hub for the first time: what it is, what it sends, and what it goes live with first. */
export interface Newcomer {
  readonly plays: 'carrier' | 'warehouse';
  readonly kind: 'carrier' | '3pl';
  readonly template: 'standard-carrier' | 'standard-3pl';
  readonly channel: Channel;
  readonly company: string;
  readonly id: { readonly qualifier: string; readonly id: string };
  readonly person: { readonly name: string; readonly title: string; readonly email: string };
  readonly documents: readonly Document[];
  /** The specification that it brings along; lies in `files/`. */
  readonly specification: string;
  /** What goes live first; the others may follow one by one. */
  readonly first: string;
  readonly volumes: components['schemas']['ProfileForm']['volumes'];
}

const inbound = (...sets: string[]): Document[] => sets.map((set) => ({ set, direction: 'inbound' }));
const outbound = (...sets: string[]): Document[] => sets.map((set) => ({ set, direction: 'outbound' }));

/** @param nth of journeys on this home: the second and later ones have a number in all that must be told apart */
export function newcomers(nth: number): readonly [carrier: Newcomer, warehouse: Newcomer] {
  const more = nth === 1 ? '' : ` ${nth}`;
  const digits = nth === 1 ? '' : String(nth);
  const scac = `${'KRFT'.slice(0, 4 - digits.length)}${digits}`;
  return [
    {
      ...{ plays: 'carrier', kind: 'carrier', template: 'standard-carrier', channel: 'as2' },
      company: `Kestrel Ridge Freight${more}`,
      id: { qualifier: '02', id: scac },
      person: { name: 'Ada Brandt', title: 'EDI lead', email: `ada@kestrelridge${digits}.example` },
      documents: [...inbound('990', '214', '210'), ...outbound('204')],
      specification: 'kestrel-214.sef',
      first: 'inbound/214/004010',
      volumes: { perDay: 60, perHour: 20 },
    },
    {
      ...{ plays: 'warehouse', kind: '3pl', template: 'standard-3pl', channel: 'sftp' },
      company: `Fernbank Warehousing${more}`,
      id: { qualifier: 'ZZ', id: `FERNBANK${digits}` },
      person: { name: 'Luis Ferrer', title: 'Head of systems', email: `luis@fernbank${digits}.example` },
      documents: [...inbound('945', '944', '947', '846', '856'), ...outbound('940', '943')],
      specification: 'fernbank-945.xlsx',
      first: 'inbound/945/004010',
      volumes: { perDay: 300, perHour: 80 },
    },
  ];
}
