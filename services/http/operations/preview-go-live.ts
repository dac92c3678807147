import { documentKeyText } from '../../domain/configuration/document-key.ts';
import { refuseUnknown } from '../../flows/go-live/ask.ts';
import { prepareGoLive } from '../../flows/go-live/prepare.ts';
import { knownPartner } from '../change-configuration.ts';
import { doing } from '../go-live-call.ts';
import { documentNamed, previewView } from '../go-live-view.ts';
import type { Handler } from '../operation.ts';

export const previewGoLive: Handler<'previewGoLive'> = ({ api: { context }, params: { partnerId }, query }) =>
  doing(async () => {
    const body = await context.db.screens('*', async (tx) => {
      await knownPartner(tx, partnerId);
      const key = documentNamed(query.document ?? '', 'query/document');
      const prepared = await prepareGoLive(context, tx, partnerId, [key]);
      refuseUnknown(prepared);
      return previewView(documentKeyText(key), prepared);
    });
    return { status: 200, body };
  });
