import { certificationView } from '../certification-view.ts';
import type { Handler } from '../operation.ts';

export const getCertification: Handler<'getCertification'> = async ({ api: { context }, caller, params }) => ({
  status: 200,
  body: await certificationView(context, caller, params.partnerId),
});
