import type { Told } from '../channels/channel.ts';
import { secretSettings, wrongSettings } from '../channels/schema.ts';
import type { EndpointValues, SealedEndpoint } from '../store/endpoints.ts';
import type { Context } from './context.ts';
import { type AnyChannel, channelCalled } from './endpoint-in-use.ts';
import { refuseBody } from './refuse-body.ts';

// What an endpoint is set up with, between those who say it and the row.

export type Settings = Readonly<Record<string, unknown>>;

/** The settings as the row has them: checked, and the secret ones sealed. @throws CodedError `http.request-invalid` */
export function valuesOf(
  { secrets: box }: Context,
  { schema, checkSettings }: Pick<AnyChannel, 'schema' | 'checkSettings'>,
  { name, given, before }: { readonly name: string; readonly given: Settings; readonly before?: SealedEndpoint },
): EndpointValues {
  const secret = new Set(secretSettings(schema));
  const kept = Object.entries(before?.secrets ?? {}).filter(([one]) => given[one] === undefined);
  const opened = Object.fromEntries(kept.map(([one, sealed]) => [one, box.open(sealed)]));
  const whole = { ...opened, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) };
  const wrong = wrongSettings(schema, whole);
  refuseBody(
    (wrong.length > 0 ? wrong : (checkSettings?.(whole) ?? [])).map(({ setting, message }) => ({
      place: setting === '' ? 'body/settings' : `body/settings/${setting}`,
      message,
    })),
  );
  const entries = Object.entries(whole);
  return {
    name,
    settings: Object.fromEntries(entries.filter(([one]) => !secret.has(one))),
    secrets: {
      ...Object.fromEntries(kept),
      ...Object.fromEntries(
        entries.flatMap(([one, value]) =>
          secret.has(one) && given[one] !== undefined ? [[one, box.seal(String(value))]] : [],
        ),
      ),
    },
  };
}

/** Settings with what the channel makes where nothing was said, such as a secret; `made` is shown once. */
export const completed = (
  context: Context,
  channel: string,
  settings: Settings,
): { readonly settings: Settings; readonly made: readonly Told[] } =>
  channelCalled(context, channel)?.complete?.(settings) ?? { settings, made: [] };

/** Settings as people may see them. */
export const shown = ({ settings, secrets }: Pick<EndpointValues, 'settings' | 'secrets'>) => ({
  settings,
  secrets: Object.keys(secrets).toSorted(),
});
