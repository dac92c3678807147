import request from 'supertest';
import { plainText } from '../../../services/domain/identity/mails.ts';
import type { KeptText } from '../../../services/flows/identity/queue-mail.ts';
import { mails } from '../../../services/store/identity/mails.ts';
import type { HttpRig } from '../rig.ts';

export interface ReadMail {
  readonly purpose: string;
  readonly subject: string;
  readonly text: string;
  /** The token of its link; empty where it has none. */
  readonly token: string;
  readonly link: string;
}

/** The mails to an address, newest first. */
export async function mailsTo({ context }: HttpRig, email: string): Promise<readonly ReadMail[]> {
  const rows = await mails(context.db.system, { limit: 200 });
  return rows
    .filter(({ recipient }) => recipient.toLowerCase() === email.toLowerCase())
    .map(({ purpose, subject, sealedText }) => {
      const kept = JSON.parse(context.secrets.open(sealedText!)) as KeptText;
      const link = kept.link?.address ?? '';
      return { purpose, subject, text: plainText(kept), link, token: link.split('#')[1] ?? '' };
    });
}

export const newestMail = async (rig: HttpRig, email: string): Promise<ReadMail> => {
  const [mail] = await mailsTo(rig, email);
  if (!mail) throw new Error(`no mail to ${email}`);
  return mail;
};

export const post = (rig: HttpRig, path: string, body?: object) => {
  const asked = request(rig.app).post(path);
  return body ? asked.send(body) : asked;
};

/** A browser with the session of an answer. */
export function browserOf(rig: HttpRig, answer: request.Response) {
  const cookies = (answer.get('Set-Cookie') ?? []).map((one) => one.split(';')[0]!);
  const cookie = cookies.find((one) => one.startsWith('crossdock_session='))!;
  const csrf = answer.body.csrfToken as string;
  return {
    cookies,
    get: (path: string) => request(rig.app).get(path).set('Cookie', cookie),
    send: (method: 'put' | 'post' | 'delete', path: string, body?: object) => {
      const asked = request(rig.app)[method](path).set('Cookie', cookie).set('X-CSRF-Token', csrf);
      return body ? asked.send(body) : asked;
    },
  };
}

export const audited = (rig: HttpRig, action: string) =>
  rig.context.db.system('audit_entry').where({ action }).orderBy('at', 'desc');
