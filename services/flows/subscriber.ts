import type { EventType } from '../domain/events.ts';
import { routes } from '../domain/routes.ts';
import { actionOf } from '../odoo/actions/index.ts';

/** Who takes events of a type: Odoo where it has an action for them, else partners where they are sent to them; undefined where the hub itself is the only reader. */
export function subscriberOf(type: EventType): 'odoo' | 'partner' | undefined {
  if (actionOf(type)) return 'odoo';
  return routes[type].toPartner && 'partner';
}
