import { type Env, idOf, textOf } from './env.ts';
import { userError, validationError, valueError } from './fault.ts';
import type { Json, Row } from './records.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** As the sanitiser leaves it: no scripts, no comments. */
const sanitized = (body: string) => body.replace(/<!--[\s\S]*?-->/g, '').replace(/<script[\s\S]*?<\/script>/gi, '');

const subtypes: Record<string, number> = { 'mail.mt_comment': 1, 'mail.mt_note': 2 };
const note = 2;

/** Model and id of what an external name of module `mail` stands for. */
export function subtypeNamed(name: string): Json {
  const id = subtypes[name];
  if (id === undefined) throw valueError(`External ID not found in the system: ${name}`);
  return ['mail.message.subtype', id];
}

/** A message that is created as a record: it notifies nobody. */
export async function completeMessage(env: Env, values: Readonly<Record<string, Json>>): Promise<Record<string, Json>> {
  const user = await env.one('res.users', env.identity.uid);
  return {
    date: env.now,
    author_id: await authorOf(env),
    email_from: `"${textOf(user?.values.name)}" <${textOf(user?.values.email)}>`,
    is_internal: false,
    ...values,
    body: sanitized(textOf(values.body)),
  };
}

/** A notice by Odoo itself in the record's history. */
export async function notify(env: Env, model: string, id: number, body: string, internal: boolean): Promise<void> {
  await env.records.create(env.schema.inner('mail.message'), [
    {
      model,
      res_id: id,
      body,
      date: env.now,
      message_type: 'notification',
      subtype_id: note,
      is_internal: internal,
      author_id: await authorOf(env),
    },
  ]);
}

/** The two notices that a new transfer starts with. */
export async function announceTransfer(env: Env, pickingId: number, model: string, order: Row): Promise<void> {
  const link = `<a href="#" data-oe-model="${model}" data-oe-id="${order.id}"> ${textOf(order.values.name)}</a>`;
  await notify(env, 'stock.picking', pickingId, '<p>Transfer created</p>', true);
  const body = `<p>\n                This transfer has been created from:\n                    ${link}\n            </p>`;
  await notify(env, 'stock.picking', pickingId, body, false);
}

async function authorOf(env: Env): Promise<Json> {
  return (await env.one('res.users', env.identity.uid))?.values.partner_id ?? null;
}

/** `message_post`: the id, or a list with it in 19. A plain body is escaped, and an unknown subtype becomes a note. */
export async function messagePost(
  env: Env,
  model: string,
  ids: readonly number[],
  args: Readonly<Record<string, Json>>,
): Promise<Json> {
  if (ids.length !== 1) throw valueError(`Expected singleton: ${model}(${ids.join(', ')})`);
  if (args.author_id !== undefined && env.version < 19)
    throw userError("Unable to send message, please configure the sender's email address.");
  const body = textOf(args.body);
  const user = await env.one('res.users', env.identity.uid);
  const [message] = await env.records.create(env.schema.inner('mail.message'), [
    {
      model,
      res_id: ids[0]!,
      body: args.body_is_html === true ? sanitized(body) : `<p>${escaped(body)}</p>`,
      subject: args.subject ?? null,
      date: env.now,
      message_type: args.message_type ?? 'notification',
      subtype_id: subtypes[textOf(args.subtype_xmlid)] ?? note,
      is_internal: false,
      author_id: idOf(args.author_id) ?? (await authorOf(env)),
      email_from: `"${textOf(user?.values.name)}" <${textOf(user?.values.email)}>`,
      attachment_ids: args.attachment_ids ?? [],
    },
  ]);
  return env.version >= 19 ? [message!.id] : message!.id;
}

/** `activity_schedule`: one activity for each record; the recordset itself is the answer. */
export async function activitySchedule(
  env: Env,
  model: string,
  ids: readonly number[],
  args: Readonly<Record<string, Json>>,
): Promise<Json> {
  if (typeof args.user_id === 'number' && !(await env.one('res.users', args.user_id)))
    throw validationError('The operation cannot be completed: another model requires the record being deleted.');
  const [kind] = await env.search('ir.model', [['model', '=', env.schema.outer(model)]], { limit: 1 });
  const created = await env.records.create(
    env.schema.inner('mail.activity'),
    ids.map((id) => ({
      res_model_id: kind?.id ?? null,
      res_id: id,
      activity_type_id: args.activity_type_id ?? 4,
      summary: args.summary ?? null,
      note: args.note ?? null,
      // 19 leaves it open whose it is, before it was the caller's.
      user_id: args.user_id ?? (env.version >= 19 ? null : env.identity.uid),
      active: true,
      date_deadline: args.date_deadline ?? env.now.slice(0, 10),
    })),
  );
  return recordset(
    env,
    'mail.activity',
    created.map((activity) => activity.id),
  );
}

/** Done: gone from the list in 17 and 18, archived in 19, with a message that says so. */
export async function activityDone(
  env: Env,
  ids: readonly number[],
  args: Readonly<Record<string, Json>>,
): Promise<Json> {
  const activities = await env.records.lock('mail.activity', ids);
  let last: Row | undefined;
  for (const activity of activities) {
    const { res_model_id, res_id, activity_type_id, summary, note: text } = activity.values;
    const kind = await env.one('ir.model', res_model_id);
    const lines = [`To-Do${summary ? `: ${textOf(summary)}` : ''} done`, textOf(text), textOf(args.feedback)];
    [last] = await env.records.create(env.schema.inner('mail.message'), [
      {
        ...{ model: env.schema.model(textOf(kind?.values.model))?.name ?? null, res_id: res_id ?? null },
        ...{ body: lines.filter(Boolean).join('\n'), date: env.now, message_type: 'notification', subtype_id: note },
        ...{ is_internal: false, author_id: await authorOf(env), mail_activity_type_id: activity_type_id ?? null },
      },
    ]);
    if (env.version >= 19) env.records.set(activity, { active: false });
  }
  if (env.version < 19) await env.records.remove('mail.activity', ids);
  return last?.id ?? false;
}

/** How a method that returns records answers: ids in 19, Python's text for a recordset before. */
export function recordset(env: Env, model: string, ids: readonly number[]): Json {
  return env.version >= 19 ? [...ids] : `${model}(${ids.join(', ')}${ids.length === 1 ? ',' : ''})`;
}
