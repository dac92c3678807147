import { channels } from '../../channels/registry.ts';
import { RefusedDocument } from '../../domain/errors.ts';
import { sniffDocument } from '../../domain/sniff.ts';
import { type Received, receive } from '../../flows/receive.ts';
import type { Handler } from '../operation.ts';

export const dropDocument: Handler<'dropDocument'> = async ({ desk, caller, request }) => {
  const arrivals = await channels.https.open({ request, limitBytes: desk.bodyLimitBytes });
  const { orgId, environment, actor } = caller;
  const received = await receive(desk.context, { orgId, environment, channel: 'https', actor }, arrivals);
  // Looked at only now that the bytes are kept: even what is not X12 can be shown to the partner.
  const findings = arrivals.map(({ bytes }) => sniffDocument(bytes));
  const [first] = findings;
  if (first && findings.every(Boolean)) throw new RefusedDocument(first, received[0]!.id);
  const documents = received.map((document, place) => {
    const finding = findings[place];
    return {
      ...receipt(document),
      ...(finding && { finding: { code: finding.code, explanation: finding.explanation } }),
    };
  });
  return { status: received.every((document) => document.duplicate) ? 200 : 202, body: { documents } };
};

function receipt({ id, duplicate, sizeBytes, sha256, fileName }: Received) {
  return {
    id,
    duplicate,
    ...(fileName !== undefined && { fileName }),
    sizeBytes,
    sha256,
    status: `/v1/messages/${id}`,
  };
}
