import { eventSchemas } from '../../../specs/generated/event-schemas.ts';
import { eventTypes } from '../../domain/events.ts';
import { sampleEvent } from '../../domain/sample-event.ts';
import type { Handler } from '../operation.ts';

export const listEventTypes: Handler<'listEventTypes'> = async ({ api: { context }, caller }) => ({
  status: 200,
  body: {
    types: eventTypes.map((type) => ({
      type,
      title: eventSchemas[type].title,
      sample: { ...sampleEvent(type, { id: 'test', orgId: caller.orgId, at: context.now() }) },
    })),
  },
});
