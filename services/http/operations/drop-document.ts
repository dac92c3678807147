import type { Handler } from '../operation.ts';
import { takeDocuments } from '../take-documents.ts';

export const dropDocument: Handler<'dropDocument'> = ({ api, caller, request }) => takeDocuments(api, request, caller);
