import { readEvents } from '../../domain/canonical/read-events.ts';
import { eventOf, faultsOf, formOf } from '../../domain/certification/forms.ts';
import { CodedError } from '../../domain/errors.ts';
import { attachmentsAmong } from '../../store/attachments.ts';
import { audit } from '../../store/audit.ts';
import { saveFrame } from '../../store/scenario-runs.ts';
import type { Context } from '../context.ts';
import { receive } from '../receive.ts';
import { formTransportOf } from './ids.ts';
import { type RunAround, type RunBy, readRun } from './runs.ts';

export interface FormAnswer {
  readonly orgId: string;
  readonly id: string;
  /** The frame that the form was shown for. */
  readonly frame: string;
  readonly fields: Readonly<Record<string, string>>;
}

const conflict = (detail: string) => new CodedError('http.conflict', { detail });

/**
 * Does what is awaited by a form: its fields become the canonical event that the document would have become, and go the way of `POST /v1/events`.
 * @throws CodedError `http.request-invalid` that names each field; `http.conflict` where somebody else was faster
 */
export async function answerByForm(context: Context, answer: FormAnswer, by: RunBy): Promise<void> {
  const { orgId, id, fields } = answer;
  const around = await context.db.scoped('*', (tx) => readRun(context, tx, { orgId, id }));
  const frame = awaitedOf(around, answer);
  const { given, data: frames, certified } = around!;
  const form = formOf(frame, { given, frames });
  if (!form) throw conflict('This frame cannot be done by a form. Send the document.');
  refuse(faultsOf(form, fields).map(({ place, message }) => ({ place: `body/fields/${place}`, message })));
  if (frame.does === 'acknowledges') return acknowledge(context, answer, by);
  if (frame.does !== 'sends' || frame.by !== 'partner' || !frame.event)
    throw conflict('This frame cannot be done by a form.');
  const { zone } = certified.configuration;
  const event = eventOf(frame.event, fields, { given, frames, zone })!;
  const bytes = Buffer.from(JSON.stringify(event));
  const read = readEvents(bytes, context.limits);
  const faults = 'fault' in read ? [read.fault] : read.events.flatMap((one) => ('event' in one ? [] : one.faults));
  refuse(faults.map(({ pointer, message }) => ({ place: `body/fields${pointer}`, message })));
  if (
    fields.proof &&
    !(await attachmentsAmong(context.db.system, { orgId, environment: 'sandbox', ids: [fields.proof] })).has(
      fields.proof,
    )
  )
    refuse([{ place: 'body/fields/proof', message: 'is no file that was sent before' }]);
  const envelope = {
    orgId,
    environment: 'sandbox',
    channel: context.channels.https.name,
    actor: by.actor,
    form: 'events',
  } as const;
  const [received] = await receive(context, envelope, [{ bytes, transportId: formTransportOf(id, frame.id) }]);
  if (received!.duplicate) throw conflict('Somebody has answered this already.');
  await note(context, answer, by, received!.id);
}

function awaitedOf(around: RunAround | undefined, { frame: wanted }: FormAnswer) {
  if (!around) throw new CodedError('http.not-found', { detail: 'The partner has no run with this id.' });
  const { run, scenario } = around;
  const frame = scenario?.frames[run.awaited];
  if (run.state !== 'open' || !frame) throw conflict(`The run has ended already: it is ${run.state}.`);
  if (frame.id !== wanted)
    throw conflict(`The run has gone on: “${frame.title}” is awaited now. Somebody else, or a document, was faster.`);
  return frame;
}

function refuse(errors: readonly { readonly place: string; readonly message: string }[]): void {
  const [first] = errors;
  if (first)
    throw new CodedError('http.request-invalid', { detail: `${first.place} ${first.message}.`, errors: [...errors] });
}

/** Nobody without EDI can send a 997: that somebody has read it stands for it, and is kept as that. */
async function acknowledge(context: Context, answer: FormAnswer, by: RunBy): Promise<void> {
  const { orgId, id } = answer;
  await context.db.scoped('*', async (tx) => {
    const around = await readRun(context, tx, { orgId, id }, { lock: true });
    awaitedOf(around, answer);
    const row = around!.frames[around!.run.awaited]!;
    const says = `Seen by ${by.side === 'team' ? 'the integration team' : by.actor}`;
    await saveFrame(tx, row, { way: 'form', checks: [{ says, state: 'good' }] });
  });
  await note(context, answer, by);
}

const note = ({ db, now }: Context, { orgId, id, frame }: FormAnswer, { actor, by }: RunBy, documentId?: string) =>
  db.scoped('*', (tx) =>
    audit(tx, [
      {
        ...{ orgId, at: now(), actor, by, action: 'scenario.answered', detail: { run: id, frame } },
        ...(documentId !== undefined && { documentId }),
      },
    ]),
  );
