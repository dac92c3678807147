import type { Endpoint } from '../../lib/contract.ts';
import { type Field, fieldsOf } from '../../lib/setting-fields.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './channels.module.css';
import { useChannels } from './channels-query.ts';

const longestShown = 200;

/** What holds for a setting; undefined where nothing does. */
function valueOfSetting({ isSecret, usual, name }: Field, { settings, secrets }: Endpoint): unknown {
  if (isSecret) return secrets.includes(name) ? 'set, shown to nobody' : undefined;
  const value = settings[name] ?? usual;
  return value === null || value === '' ? undefined : value;
}

function valueWords({ kind, options }: Field, value: unknown): string {
  if (kind === 'boolean') return value === true ? 'yes' : 'no';
  const one = (of: unknown) => options.find((option) => option.value === String(of))?.label ?? String(of);
  if (kind === 'choice' || kind === 'choices' || kind === 'list')
    return Array.isArray(value) ? value.map(one).join(', ') : one(value);
  if (kind === 'json') return JSON.stringify(value);
  const text = String(value);
  return text.length > longestShown || text.includes('\n')
    ? `${text.slice(0, longestShown).split('\n', 1)[0]} …`
    : text;
}

/** What an endpoint is set up with, in the words of its schema; of secrets only whether they are there. */
export function EndpointSettings({ endpoint }: { readonly endpoint: Endpoint }) {
  const { data } = useChannels();
  const channel = data?.channels.find(({ name }) => name === endpoint.channel);
  const fields = channel === undefined ? [] : fieldsOf(channel.schema);
  const held = fields.filter((field) => valueOfSetting(field, endpoint) !== undefined);
  const isSaid = ({ name }: Field) => Object.hasOwn(endpoint.settings, name) || endpoint.secrets.includes(name);
  const [said, usual] = [held.filter(isSaid), held.filter((field) => !isSaid(field))];
  if (held.length === 0) return null;
  const list = (of: readonly Field[]) => (
    <dl className={classes.settings}>
      {of.map((field) => (
        <div key={field.name}>
          <dt>{field.title}</dt>
          <dd className={classes.value}>{valueWords(field, valueOfSetting(field, endpoint))}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Panel title="Settings" note={channel?.title}>
      {list(said)}
      {usual.length > 0 && (
        <details className={classes.usual}>
          <summary>{usual.length === 1 ? 'One other is' : `${usual.length} others are`} as usual</summary>
          {list(usual)}
        </details>
      )}
    </Panel>
  );
}
