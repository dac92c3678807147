import { type Path, placeOfPath } from '../../language/path.ts';
import type { ObjectValue, Value } from '../language/plan.ts';
import { type Run, report, traceOfMissing } from './run.ts';

/** Says that an object lacks a field that it cannot do without, and where that is read. `name` may hold several, with ` or ` between them. */
export function reportMissing<S>(run: Run<S>, object: ObjectValue, name: string, scope: S, pointer: string): void {
  const paths = object.fields
    .filter((field) => name.split(' or ').includes(field.name))
    .map(({ value }) => firstPath(value));
  const path = paths.find((candidate) => candidate !== undefined);
  const places = paths.filter((candidate) => candidate !== undefined).map(placeOfPath);
  const field = `${pointer}/${name}`.slice(1).replaceAll('/', '.');
  const where = places.length === 0 ? '' : ` It is read from ${[...new Set(places)].join(' or ')}.`;
  const consequence = object.vital ? 'No event can be made without it.' : 'What it belongs to is left out.';
  report(
    run,
    {
      code: 'mapping.value-missing',
      level: object.vital ? 'business' : 'note',
      explanation: `The document gives no \`${field}\`.${where} ${consequence}`,
      ...(places[0] === undefined ? {} : { expected: `a value in ${places[0]}` }),
    },
    traceOfMissing(run, path, scope),
  );
}

/** The first path that a value reads. */
function firstPath(value: Value): Path | undefined {
  switch (value.kind) {
    case 'leaf': {
      const { source } = value;
      if ('path' in source) return source.path;
      return source.kind === 'pair' ? source.of : source.kind === 'join' ? source.of.map(firstPath)[0] : undefined;
    }
    case 'first':
    case 'list':
      return value.of.map(firstPath).find((path) => path !== undefined);
    case 'object':
      return value.fields.map((field) => firstPath(field.value)).find((path) => path !== undefined);
    case 'each':
      return value.path;
    case 'moment':
      return firstPath(value.date);
  }
}
