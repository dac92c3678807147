import type { Handler } from '../operation.ts';
import { takeSigned } from '../take-signed.ts';

export const receiveHook: Handler<'receiveHook'> = ({ api, request, params }) =>
  takeSigned(api, request, params.endpointId);
