import type { Handler } from '../operation.ts';
import { sessionView } from '../session-view.ts';

export const getSession: Handler<'getSession'> = async ({ caller }) => ({ status: 200, body: sessionView(caller) });
