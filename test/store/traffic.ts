import { hash } from 'node:crypto';
import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { addNumbers } from '../../services/store/document-numbers.ts';

export interface Traffic {
  readonly documentId: string;
  readonly setId: string;
  readonly eventId: string;
  readonly deliveryId: string;
}

export interface TrafficOf {
  readonly orgId: string;
  readonly environment?: 'sandbox' | 'production';
  readonly at?: Date;
  readonly subject?: string;
  readonly control?: string;
  readonly fileName?: string;
  readonly content?: string;
  readonly outcome?: string;
  readonly deliveryState?: string;
}

/** An applied 945 as the flows leave it behind: a row in every table that has to do with documents. */
export async function insertTraffic(db: Knex, of: TrafficOf): Promise<Traffic> {
  const {
    orgId,
    environment = 'production',
    at = new Date('2026-11-23T11:00:00.000Z'),
    subject = 'WH/OUT/00001',
    control = '000000101',
  } = of;
  const [documentId, interchangeId, groupId, setId, deliveryId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const eventId = `${documentId}/1`;
  const content = Buffer.from(of.content ?? `ISA for ${documentId}`, 'latin1');
  const finding = {
    code: 'x12.element.code-unknown',
    level: 'standard',
    segment: 'W06',
    position: 2,
    element: 1,
    explanation: 'Use one of the codes.',
  };
  const base = { org_id: orgId, document_id: documentId };
  await db('document').insert({
    ...{
      id: documentId,
      org_id: orgId,
      environment,
      direction: 'in',
      channel: 'https',
      state: 'translated',
      transport_id: documentId,
    },
    ...{
      file_name: of.fileName ?? '945.x12',
      size_bytes: content.length,
      sha256: hash('sha256', content, 'buffer'),
      outcome: of.outcome ?? 'done',
    },
    ...{
      headline: '1 of 1 applied in Odoo',
      sets: JSON.stringify([{ code: '945', count: 1 }]),
      subjects: [subject],
      control_number: control,
    },
    ...{ created_at: at, translated_at: at },
  });
  await db('document_raw').insert({ ...base, content });
  await db.transaction((tx) =>
    addNumbers(tx, [{ id: documentId, orgId, numbers: [subject, control, of.fileName ?? '945.x12'] }]),
  );
  await db('translation_try').insert(base);
  await db('stale_document').insert(base);
  await db('interchange').insert({
    ...{
      ...base,
      id: interchangeId,
      ordinal: 0,
      sender: 'ZZ/QUAYSIDE',
      receiver: 'ZZ/NORTHGATE',
      control,
      usage: 'P',
      version: '00401',
      status: 'A',
    },
  });
  await db('interchange_seen').insert({
    ...base,
    environment,
    sender: orgId,
    receiver: 'ZZ/NORTHGATE',
    control: documentId,
    seen_at: at,
  });
  await db('business_key').insert({
    ...{ org_id: orgId, environment, document_id: documentId },
    ...{ rule: 'business.repeated-asn', key: documentId, seen_at: at, expires_at: at },
  });
  await db('functional_group').insert({
    ...{
      ...base,
      id: groupId,
      interchange_id: interchangeId,
      ordinal: 0,
      functional_id: 'SW',
      control: '1',
      version: '004010',
      status: 'A',
    },
  });
  await db('transaction_set').insert({
    ...{
      ...base,
      id: setId,
      group_id: groupId,
      ordinal: 0,
      code: '945',
      control: '0001',
      status: 'E',
      start_byte: 106,
      end_byte: 140,
    },
    findings: JSON.stringify([finding]),
  });
  await db('event').insert({
    ...{
      id: eventId,
      org_id: orgId,
      environment,
      document_id: documentId,
      set_id: setId,
      type: 'warehouse-order.shipped.v1',
      subject,
    },
    ...{ occurred_at: at, received_at: at, data: JSON.stringify({ orderNumber: subject }) },
    provenance: JSON.stringify({
      '/orderNumber': { ranges: [[120, 132]], place: 'W06-02', position: 2, mappingLine: 4 },
    }),
  });
  await db('delivery').insert({
    ...{
      id: deliveryId,
      org_id: orgId,
      environment,
      event_id: eventId,
      destination: 'odoo',
      lane: `odoo/${environment}/${subject}`,
    },
    ...{ state: of.deliveryState ?? 'applied', attempts: 1, due_at: at, finished_at: new Date(at.getTime() + 80) },
  });
  const connectionId = await connection(db, environment);
  await db('odoo_partner').insert({ connection_id: connectionId, org_id: orgId }).onConflict().ignore();
  await db('awaited_key').insert({
    ...{ delivery_id: deliveryId, org_id: orgId, environment: 'production', lookup: 'odoo-items', key: 'X' },
    ...{ said: {}, since: new Date() },
  });
  await db('notified_transfer').insert({
    ...{ event_id: eventId, connection_id: connectionId, org_id: orgId, name: 'WH/OUT/00001', record_id: 1 },
    event_type: 'warehouse-order.released.v1',
  });
  await db('taken_order').insert({
    ...{
      connection_id: connectionId,
      record_id: await db('taken_order')
        .count()
        .then(([row]) => Number(row?.count)),
    },
    ...{ org_id: orgId, placed_id: eventId, lines: '{}', taken_at: at },
  });
  await db('odoo_write').insert({
    ...{
      org_id: orgId,
      environment,
      delivery_id: deliveryId,
      connection_id: connectionId,
      model: 'stock.picking',
      record_id: 7,
      record_name: subject,
    },
    ...{
      field: 'state',
      before: JSON.stringify('assigned'),
      after: JSON.stringify('done'),
      pointer: '/orderNumber',
      method: 'button_validate',
      at,
    },
  });
  await db('ladder_rung').insert({ ...base, rung: 'transport', state: 'done', at });
  await db('ladder_rung').insert({ ...base, rung: 'odoo', state: 'done', at, detail: '1 of 1 applied' });
  await db('sla_clock').insert({ ...base, id: uuidv7(), environment, name: 'acknowledge', started_at: at, due_at: at });
  await db('resending').insert({ ...base, sending: 2, at, actor: 'x', endpoint: null, before: '[]' });
  const runId = uuidv7();
  const started = { started_at: at, started_by: 'x', started_side: 'partner' };
  await db('scenario_run').insert({
    ...{ ...started, id: runId, org_id: orgId, scenario: 'order-complete', number: `CT-FULL-${runId.slice(-6)}` },
    ...{ documents: ['inbound/945/004010'], depends_on: '{}' },
  });
  await db('scenario_frame').insert({ ...base, run_id: runId, ordinal: 0, frame: 'order' });
  await db('chaos')
    .insert({ org_id: orgId, name: 'lost-997', since: at, set_by: 'x', set_side: 'partner', until: at })
    .onConflict()
    .ignore();
  await db('exception_case').insert({
    ...base,
    id: uuidv7(),
    environment,
    ...{ kind: 'delivery.stopped', subject_type: 'document', fingerprint: 'x' },
    title: 'x',
    detail: 'x',
    delivery_id: deliveryId,
  });
  await db('control_number').insert({ org_id: orgId, environment, kind: documentId, last: 1 });
  await db('audit_entry').insert({
    ...base,
    at,
    actor: 'API key Quayside WMS',
    action: 'document.received',
    detail: JSON.stringify({ sizeBytes: content.length }),
  });
  return { documentId, setId, eventId, deliveryId };
}

async function connection(db: Knex, environment: string): Promise<string> {
  const found = await db('odoo_connection').where({ environment }).first<{ id: string } | undefined>('id');
  if (found) return found.id;
  const id = uuidv7();
  await db('odoo_connection').insert({
    id,
    environment,
    name: `Twin ${environment}`,
    kind: 'twin',
    version: '19',
    url: 'twin',
    database: 'd',
    login: 'l',
    secret: 's',
  });
  return id;
}

export interface OutboundOf {
  readonly form?: 'events';
  readonly orgId: string;
  readonly environment?: 'sandbox' | 'production';
  readonly at?: Date;
  readonly content?: string;
  readonly answers?: string;
  readonly set?: string;
}

/** A document that waits in a partner's outbox. @returns its id. */
export async function insertWaiting(db: Knex, of: OutboundOf): Promise<string> {
  const {
    orgId,
    environment = 'production',
    at = new Date('2026-11-23T11:30:00.000Z'),
    set = of.answers ? '997' : '940',
  } = of;
  const id = uuidv7();
  const content = Buffer.from(of.content ?? `ISA out ${id}`, 'latin1');
  await db('document').insert({
    ...{
      id,
      org_id: orgId,
      environment,
      direction: 'out',
      channel: 'https',
      state: 'ready',
      transport_id: id,
      file_name: `${set}-${id}.${of.form ? 'json' : 'x12'}`,
      form: of.form ?? null,
    },
    ...{
      size_bytes: content.length,
      sha256: hash('sha256', content, 'buffer'),
      outcome: 'waiting',
      answers: of.answers ?? null,
    },
    ...{ sets: JSON.stringify([{ code: set, count: 1 }]), control_number: '000000001', created_at: at },
  });
  await db('document_raw').insert({ document_id: id, org_id: orgId, content });
  const rungs = of.answers ? ['transport'] : ['transport', 'functional-ack'];
  await db('ladder_rung').insert(rungs.map((rung) => ({ document_id: id, org_id: orgId, rung, state: 'pending' })));
  return id;
}

/** A partner's configuration in use: a row in every table that has to do with releases. */
export async function insertConfiguration(db: Knex, orgId: string): Promise<void> {
  const at = new Date('2026-11-23T10:00:00.000Z');
  const made = { org_id: orgId, created_at: at, created_by: 'test' };
  const releaseId = uuidv7();
  await db('configuration_file').insert({ ...made, path: 'partner.yaml', hash: 'f', content: Buffer.from('x') });
  await db('configuration').insert({ ...made, hash: 'c', files: JSON.stringify({ 'partner.yaml': 'f' }) });
  await db('draft').insert({ org_id: orgId, hash: 'c', updated_at: at, updated_by: 'test' });
  await db('candidate').insert({ ...made, name: 'spring', hash: 'c' });
  await db('release').insert({ ...made, id: releaseId, number: 1, hash: 'c', note: 'first' });
  await db('configuration_in_use').insert({
    ...{ org_id: orgId, environment: 'production', hash: 'c', release_id: releaseId, since: at },
  });
  const version = { org_id: orgId, path: 'partner.yaml', hash: 'f' };
  await db('mapping_review').insert({ ...version, id: uuidv7(), state: 'asked', asked_by: 'test', asked_at: at });
  await db('mapping_unsaved').insert({
    ...{ org_id: orgId, path: 'partner.yaml', user_id: uuidv7(), text: 'x', based_on: 'f', revision: 1, kept_at: at },
  });
  await db('mapping_comment').insert({
    ...{ ...version, id: uuidv7(), line: 1, text: 'Why?', written_by: 'test', written_at: at },
  });
}
