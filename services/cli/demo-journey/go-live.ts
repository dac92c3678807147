import type { components } from '../../../specs/generated/openapi.ts';
import { carrierSays } from '../scripted-partner/carrier.ts';
import type { Said } from '../scripted-partner/said.ts';
import { type ScriptedPartner, scriptedPartner } from '../scripted-partner/scripted-partner.ts';
import { shipment } from '../scripted-partner/warehouse.ts';
import type { Cast, Joined } from './agree.ts';
import { type Program, productionSettings, until } from './connect.ts';
import type { OdooDesk, ReadyTransfer } from './odoo-desk.ts';
import { Stopped } from './told.ts';

type Schemas = components['schemas'];

/** What the parallel run of a demo asks for: five days and twenty documents otherwise. */
const policy = { days: 0, documents: 1, mismatchPercent: 0, compareWithinMinutes: 5 };

const hubId = { qualifier: 'ZZ', id: 'NORTHGATE' };

/** What the partner reports of a transfer: that it left, or that it was shipped. */
const reportOf = ({ of }: Joined, { name, lines }: ReadyTransfer): Said =>
  of.plays === 'carrier'
    ? carrierSays({ scenario: '', frame: 'departed-pickup', number: name, control: 0, scac: of.id.id })
    : shipment(
        name,
        lines.map(({ sku, quantity }) => ({ status: 'CC', product: { sku }, ordered: quantity, shipped: quantity })),
      );

/** How the desk books the same by hand. */
const byHand = ({ of }: Joined, desk: OdooDesk, transfer: ReadyTransfer): Promise<void> =>
  of.plays === 'carrier'
    ? desk.noteCarrierNumber(transfer, carrierNumberOf(transfer))
    : desk.ship(transfer, carrierNumberOf(transfer));

/** B10-01 of the 214. */
const carrierNumberOf = ({ name }: ReadyTransfer): string => `PRO-${name.replace(/\W/g, '').slice(-6)}`;

/** The partner may speak of the transfers of the company's sites. */
async function allowInOdoo({ admin }: Cast, { of, person, tell }: Joined): Promise<void> {
  const { connections } = await admin.call<{ connections: Schemas['OdooConnection'][] }>('GET', '/v1/odoo');
  for (const { id, environment, partners } of connections) {
    const [like] = partners;
    if (!like) throw new Stopped(`No partner has a site in the Odoo of ${environment}; the demo has two.`);
    const rules = { ...like.rules, units: [], receives: [] };
    await admin.call('PUT', `/v1/odoo/${id}/partners/${person.organizationId}`, rules);
  }
  tell({ step: 'Odoo', who: admin.name, says: `${of.company} may speak of the transfers of our sites`, link: '/odoo' });
}

/** The partner in production, until it is closed. */
export type Producing = ScriptedPartner & { close(): void };

export async function runInParallel(cast: Cast, joined: Joined, program: Program, desk: OdooDesk): Promise<Producing> {
  const { of, person, path, tell } = joined;
  const { admin } = cast;
  await allowInOdoo(cast, joined);
  const start = { document: of.first, ...policy, endpoints: productionSettings(joined) };
  await admin.call('POST', `${path}/parallel-run`, start);
  const link = `/go-live?document=${of.first}`;
  const usual = 'a real partner runs for 5 days and 20 documents, this demo for 1 document';
  tell({ step: 'Parallel run', who: admin.name, says: `started for ${of.first}: ${usual}`, link });
  const channel = await program.open('production');
  const partner = scriptedPartner({
    ...{ plays: of.plays, person, scac: of.id.id, channel },
    envelope: { from: of.id, to: hubId, environment: 'production' },
  });
  const transfer = await take(desk);
  await byHand(joined, desk, transfer);
  tell({ step: 'Parallel run', who: 'The desk', says: `booked ${transfer.name} in Odoo by hand, the old way` });
  await partner.send(reportOf(joined, transfer));
  const run = await until(`the comparison of ${transfer.name} with Odoo`, async () => {
    const query = `?document=${encodeURIComponent(of.first)}`;
    const now = await person.call<Schemas['ParallelRun']>('GET', `${path}/parallel-run${query}`);
    return now.state === 'running' ? undefined : now;
  });
  if (run.state === 'failed') throw new Stopped(`The parallel run of ${of.first} failed: ${run.why}`);
  tell({ step: 'Parallel run', who: of.company, says: `reported ${transfer.name} too; passed: ${run.progress}`, link });
  return { ...partner, close: () => channel.close() };
}

/** One that nobody has reported anything of. */
async function take(desk: OdooDesk): Promise<ReadyTransfer> {
  const transfer = (await desk.ready()).find(({ trackingNumber }) => trackingNumber === '');
  if (!transfer)
    throw new Stopped(
      'No transfer of the Odoo twin is ready to leave any more: all were shipped by earlier runs. Start a demo in another CROSSDOCK_HOME.',
    );
  return transfer;
}

export async function goLive({ approvers }: Cast, { of, person, path, tell }: Joined): Promise<void> {
  const link = `/go-live?document=${of.first}`;
  const query = `?document=${encodeURIComponent(of.first)}`;
  const preview = await person.call<Schemas['GoLivePreview']>('GET', `${path}/go-live/preview${query}`);
  const note = `The first document of ${of.company}.`;
  const asked = await person.call<Schemas['GoLive']>('POST', `${path}/go-live/requests`, {
    ...{ documents: [of.first], note, bundle: preview.bundle },
  });
  const [request] = asked.requests;
  if (!request) throw new Stopped('The request for the go-live is not there.');
  const checks = `all ${preview.checks.length} checks are met`;
  tell({ step: 'Request', who: of.person.name, says: `asks for ${of.first}: ${checks}`, link });
  for (const approver of approvers) {
    const { bundle } = request;
    await approver.call('POST', `/v1/go-live/requests/${request.id}/approve`, { bundle });
    tell({ step: 'Approval', who: approver.name, says: `approved ${bundle.slice(0, 12)}…`, link: '/approvals' });
  }
  const { documents } = await person.call<Schemas['GoLive']>('GET', `${path}/go-live`);
  const live = documents.find(({ document }) => document === of.first)?.production;
  if (!live) throw new Stopped(`${of.first} is approved and not live.`);
  tell({ step: 'Live', who: of.company, says: `release ${live.release} runs ${of.first} in production`, link });
}

export interface FirstDocument {
  readonly documentId: string;
  readonly transfer: string;
}

/** The first document that production writes to Odoo. */
export async function firstDocument(joined: Joined, partner: ScriptedPartner, desk: OdooDesk): Promise<FirstDocument> {
  const { of, person, tell } = joined;
  const transfer = await take(desk);
  const from = new Date().toISOString();
  const answer = await partner.send(reportOf(joined, transfer));
  tell({ step: 'Production', who: of.company, says: `sent its first document, about ${transfer.name} (${answer})` });
  const set = of.first.split('/')[1];
  const query = `?environment=production&direction=in&set=${set}&from=${from}&q=${encodeURIComponent(transfer.name)}`;
  const message = await until(`${transfer.name} in Odoo`, async () => {
    const { messages } = await person.call<{ messages: Schemas['MessageSummary'][] }>('GET', `/v1/messages${query}`);
    return messages.find(({ outcome }) => outcome !== 'processing');
  });
  const link = `/messages/${message.id}`;
  if (message.outcome !== 'done') throw new Stopped(`${transfer.name}: ${message.headline ?? message.outcome}`);
  const { state, trackingNumber } = await desk.look(transfer);
  const says = `${transfer.name} is ${state} in Odoo${trackingNumber && `, carrier's number ${trackingNumber}`}`;
  tell({ step: 'In Odoo', who: 'Hub', says: `${message.headline ?? message.outcome}; ${says}`, link });
  return { documentId: message.id, transfer: transfer.name };
}
