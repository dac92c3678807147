import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import { tellDone } from '../../ui/undo.tsx';

export const useSecurity = () => api.useQuery('get', '/v1/account/security');

async function done(answer: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await answer;
  if (!response.ok) throw error;
}

/** What the person wants to do, once the password is given. */
export type Wish =
  | { readonly kind: 'app' | 'remove-app' | 'codes' }
  | { readonly kind: 'passkey'; readonly name: string }
  | { readonly kind: 'remove-passkey'; readonly id: string; readonly name: string }
  | { readonly kind: 'email'; readonly email: string };

/** What is shown once. */
export type Shown =
  | { readonly kind: 'app'; readonly secret: string; readonly uri: string }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

async function fulfil(wish: Wish, password: string): Promise<Shown | undefined> {
  switch (wish.kind) {
    case 'app':
      return { kind: 'app', ...(await must(client.POST('/v1/account/totp', { body: { password } }))) };
    case 'codes':
      return { kind: 'codes', ...(await must(client.POST('/v1/account/recovery-codes', { body: { password } }))) };
    case 'remove-app':
      await done(client.POST('/v1/account/totp/remove', { body: { password } }));
      tellDone('Codes are no longer asked for at the sign-in');
      return undefined;
    case 'passkey':
      return addPasskey(wish.name, password);
    case 'remove-passkey':
      await done(
        client.POST('/v1/account/passkeys/{passkeyId}/remove', {
          params: { path: { passkeyId: wish.id } },
          body: { password },
        }),
      );
      tellDone(`The passkey ${wish.name} is removed`);
      return undefined;
    case 'email':
      await done(client.POST('/v1/account/email', { body: { email: wish.email, password } }));
      tellDone(`A mail is on its way to ${wish.email}; follow its link`);
      return undefined;
  }
}

async function addPasskey(name: string, password: string): Promise<undefined> {
  const { challenge, options } = await must(client.POST('/v1/account/passkeys/options', { body: { password } }));
  const { startRegistration } = await import('@simplewebauthn/browser');
  const response = await startRegistration({
    optionsJSON: options as never,
  });
  await must(client.POST('/v1/account/passkeys', { body: { challenge, name, response: response as never } }));
  tellDone(`The passkey ${name} is added`);
}

export function useWish(onDone: (shown: Shown | undefined) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, password }: { wish: Wish; password: string }) => fulfil(wish, password),
    onSuccess: onDone,
    onSettled: () => renewSecurity(queries),
  });
}

/** What is known of the account, and of the session: a second factor may open what waited for it. */
export async function renewSecurity(queries: ReturnType<typeof useQueryClient>): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['get', '/v1/account/security'] });
  await queries.invalidateQueries({ queryKey: ['session'] });
}

export function useRename() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      done(client.PUT('/v1/account/passkeys/{passkeyId}', { params: { path: { passkeyId: id } }, body: { name } })),
    onSettled: () => renewSecurity(queries),
  });
}
