import type { components } from '../../../specs/generated/openapi.ts';
import { fillText } from '../../domain/certification/fill-in.ts';
import { formOf } from '../../domain/certification/forms.ts';
import { type Check, waiting } from '../../domain/certification/judge.ts';
import type { RunFrame } from '../../domain/certification/run.ts';
import type { Frame } from '../../domain/certification/scenario.ts';
import type { RunAround } from './runs.ts';

type FrameView = components['schemas']['Frame'];

/** The frames of a run as the two sides see them: each with its document, what was expected of it, what came, and until when it is waited for. */
export function conversationOf({ scenario, frames, certified, given, data, run }: RunAround): FrameView[] {
  return frames.map((row): FrameView => {
    const frame = scenario?.frames.find(({ id }) => id === row.frame);
    if (!frame)
      return {
        id: row.frame,
        title: row.frame,
        by: 'partner',
        does: 'sends',
        says: '',
        given: [],
        ...rowView(row, []),
      };
    const { id, title, by, does } = frame;
    const around = { given, frames: data };
    const expected = frame.does === 'sends' && frame.by === 'partner' ? waiting(frame.expects, around) : [];
    const isForm = row.state === 'awaited' && run.state === 'open' && by === 'partner';
    const form = isForm ? formOf(frame, around) : undefined;
    return {
      ...{ id, title, by, does, says: fillText(frame.says, given) },
      ...documentOf(frame, certified),
      given:
        frame.does === 'sends' && frame.by === 'partner'
          ? frame.given.map(({ label, value }) => ({ label, value: fillText(value, given) }))
          : [],
      ...rowView(row, expected),
      ...(form && { form }),
    };
  });
}

/** What carries the event of a frame, as it is agreed. */
function documentOf(frame: Frame, { configuration }: RunAround['certified']): Pick<FrameView, 'event' | 'set'> {
  if (frame.does !== 'sends') return {};
  if (frame.by === 'partner')
    return { ...(frame.event && { event: frame.event }), ...(frame.set !== undefined && { set: frame.set }) };
  const agreed = configuration.documents.find(
    ({ compiled }) => compiled.direction === 'outbound' && compiled.renders === frame.event,
  );
  return { event: frame.event, ...(agreed && { set: agreed.set }) };
}

type RowView = Pick<FrameView, 'state' | 'checks' | 'eventIds'> & Partial<FrameView>;

function rowView(row: RunFrame, expected: readonly Check[]): RowView {
  const { state, checks, eventIds, documentId, acknowledgementId, way, reason, beganAt, dueAt, finishedAt, odoo } = row;
  return {
    ...{ state, eventIds: [...eventIds] },
    checks: (checks.length > 0 ? checks : expected).map(({ range, ...rest }) => ({
      ...rest,
      ...(range && { range: [...range] as [number, number] }),
    })),
    ...(documentId !== null && { documentId }),
    ...(acknowledgementId !== null && { acknowledgementId }),
    ...(way !== null && { way }),
    ...(reason !== null && { reason }),
    ...(beganAt && { beganAt: beganAt.toISOString() }),
    ...(dueAt && state === 'awaited' && { dueAt: dueAt.toISOString() }),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    ...(odoo && { odoo }),
  };
}
