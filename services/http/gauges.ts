/** A number of the moment for each set of labels. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly values: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** Gauges in Prometheus's text format 0.0.4. Small enough to need no library, whose collectors would count in each process on its own. */
export const gaugesText = (gauges: readonly Gauge[]): string =>
  gauges
    .flatMap(({ name, help, values }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...values.map(({ labels, value }) => {
        const inBraces = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
        return `${name}{${inBraces.join(',')}} ${value}`;
      }),
    ])
    .join('\n')
    .concat('\n');
