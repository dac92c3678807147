import { expect, test } from 'vitest';
import { nothingAgreed } from '../../services/domain/configuration/configuration.ts';
import { type EventType, eventTypes } from '../../services/domain/events.ts';
import { statusOf } from '../../services/domain/obligations/status.ts';
import { routes } from '../../services/domain/routes.ts';
import { countDeliveries, deliveriesOf } from '../../services/flows/destinations.ts';
import { actionOf } from '../../services/odoo/actions/index.ts';

// What Odoo takes is what its table of actions holds; everything else that speaks of it is derived, or compared here.

const counts = {
  ...{ unreadable: null, isFile: false, sets: 1, rejected: 0, interchanges: 1, rejectedInterchanges: 0, unread: 0 },
  ...{ total: 0, open: 0, good: 0, refused: 0, unwritten: 0, cases: 0, reason: null, fault: null },
};
const isKept = (type: EventType) => statusOf({ ...counts, kept: [type] }).outcome === 'kept';

const terms = { orgId: 'o', environment: 'production', configuration: nothingAgreed } as const;
const goesSomewhere = (type: EventType) => countDeliveries({ type, data: {}, subject: 's' }, terms) > 0;

test('an event goes to Odoo where it has an action, and becomes a document where it is made for partners, agreed or not', () => {
  const takers = Object.fromEntries(
    eventTypes.map((type) => {
      const deliveries = deliveriesOf(
        { id: 'e', type, data: {}, subject: 's' },
        { odoo: 'c', newId: () => 'id', terms, webhooks: [] },
      );
      expect(deliveries).toHaveLength(countDeliveries({ type, data: {}, subject: 's' }, terms));
      return [type, deliveries.map(({ destination }) => destination)];
    }),
  );
  for (const type of eventTypes) {
    expect(takers[type]!.includes('odoo'), type).toBe(actionOf(type) !== undefined);
    if (routes[type].toPartner) expect(takers[type], type).toEqual(['document']);
  }
  expect(Object.values(takers)).toEqual(expect.arrayContaining([['odoo'], ['document'], []]));
});

test('what is kept is never green, also beside what Odoo has taken', () => {
  for (const type of eventTypes.filter(isKept)) {
    const taken = { ...counts, sets: 2, total: 1, good: 1, kept: [type] };
    expect(statusOf(taken), type).toMatchObject({
      outcome: 'kept',
      headline: expect.stringMatching(/^1 of 1 applied in Odoo\. Kept in the hub: Odoo does nothing with .* yet$/),
    });
  }
});

test('what the status calls “kept” is nothing that Odoo or a partner takes', () => {
  expect(eventTypes.filter((type) => isKept(type) && goesSomewhere(type))).toEqual([]);
});

// Facts that stand in another event too, of which Odoo takes that, and what the hub itself reads.
const elsewhere = ['document.acknowledged.v1', 'shipment.exception.v1', 'shipment.eta.v1', 'shipment.delivered.v1'];

test('what nobody takes is told as kept, unless it stands in another event or is for the hub', () => {
  const untaken = eventTypes.filter((type) => !goesSomewhere(type) && !isKept(type));
  expect(untaken.toSorted()).toEqual(elsewhere.toSorted());
});
