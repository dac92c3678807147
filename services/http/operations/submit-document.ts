import type { Handler } from '../operation.ts';
import { takeDocuments } from '../take-documents.ts';

export const submitDocument: Handler<'submitDocument'> = ({ api, caller, request }) =>
  takeDocuments(api, request, caller);
