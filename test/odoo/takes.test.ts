import { expect, test } from 'vitest';
import { nothingAgreed } from '../../services/domain/configuration/configuration.ts';
import { type EventType, eventTypes } from '../../services/domain/events.ts';
import { routes } from '../../services/domain/routes.ts';
import { countDeliveries, deliveriesOf } from '../../services/flows/destinations.ts';
import { actionOf } from '../../services/odoo/actions/index.ts';

// What Odoo takes is what its table of actions holds; everything else that speaks of it is derived, or compared here.

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

test('whatever a partner tells goes to Odoo; only what the hub itself reads does not', () => {
  const untaken = eventTypes.filter((type) => !goesSomewhere(type));
  expect(untaken).toEqual(['document.acknowledged.v1']);
});
