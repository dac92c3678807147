import type { Handler } from '../operation.ts';
import { takeDocuments } from '../take-documents.ts';

export const dropDocument: Handler<'dropDocument'> = ({ desk, caller, request }) =>
  takeDocuments(desk, request, caller);
