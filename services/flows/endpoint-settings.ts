import type { Told } from '../channels/channel.ts';
import { boundTo, placeNamed, secretSettings, type WrongSetting, wrongSettings } from '../channels/schema.ts';
import type { EndpointValues, SealedEndpoint } from '../store/endpoints.ts';
import type { Context } from './context.ts';
import { type AnyChannel, channelCalled } from './endpoint-in-use.ts';
import { refuseBody } from './refuse-body.ts';

// What an endpoint is set up with, between those who say it and the row.

export type Settings = Readonly<Record<string, unknown>>;

/** The settings as the row has them: checked, and the secret ones sealed. @throws CodedError `http.request-invalid` */
export function valuesOf(
  { secrets: box }: Context,
  way: Pick<AnyChannel, 'schema' | 'checkSettings' | 'facts'>,
  { name, given, before }: { readonly name: string; readonly given: Settings; readonly before?: SealedEndpoint },
): EndpointValues {
  const { schema, checkSettings } = way;
  const secret = new Set(secretSettings(schema));
  const kept = Object.entries(before?.secrets ?? {}).filter(([one]) => given[one] === undefined);
  const opened = Object.fromEntries(kept.map(([one, sealed]) => [one, box.open(sealed)]));
  const whole = { ...opened, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) };
  const wrong = wrongSettings(schema, whole);
  refuseBody(
    (wrong.length > 0 ? wrong : [...(checkSettings?.(whole) ?? []), ...movedSecrets(schema, kept, before, whole)]).map(
      ({ setting, message }) => ({
        place: setting === '' ? 'body/settings' : `body/settings/${setting}`,
        message,
      }),
    ),
  );
  const entries = Object.entries(whole);
  const settings = Object.fromEntries(entries.filter(([one]) => !secret.has(one)));
  return {
    ...{ name, settings, facts: factsIn(way, settings) },
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

/** What a channel knows from settings, such as fingerprints. */
export const factsIn = (way: Pick<AnyChannel, 'facts'> | undefined, settings: Settings): readonly string[] =>
  (way?.facts?.(settings) ?? []).map(({ value }) => value);

/** Secrets that were given for one machine and would be sent to another: whoever changes the address need not know them, and must not get them so. */
function movedSecrets(
  schema: AnyChannel['schema'],
  kept: readonly (readonly [string, string])[],
  before: SealedEndpoint | undefined,
  whole: Settings,
): readonly WrongSetting[] {
  if (!before) return [];
  return kept.flatMap(([setting]) => {
    const moved = boundTo(schema, setting).filter(
      (one) => placeNamed(schema, one, before.settings[one]) !== placeNamed(schema, one, whole[one]),
    );
    if (moved.length === 0) return [];
    const places = moved.map(
      (one) => `${placeNamed(schema, one, before.settings[one])}, and now it is ${placeNamed(schema, one, whole[one])}`,
    );
    const titles = moved.map((one) => String(schema.properties[one]?.title ?? one)).join(', ');
    return [
      {
        setting,
        message: `was given when ${titles} was ${places.join('; ')}. Give it again, or take it away, so that nobody sends it to a place that it is not for`,
      },
    ];
  });
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
