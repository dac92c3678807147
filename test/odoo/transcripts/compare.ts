import type { Outcome } from './load.ts';

/** Fields whose values are born of the moment or of the demo data around; only their kind is compared. */
const volatile = new Set([
  'write_date',
  'create_date',
  'date_done',
  'date',
  'date_approve',
  'effective_date',
  'expected_date',
  'delay_pass',
  'email_from',
  'value',
  'rounding',
  'uid',
  'res_id',
]);

/** Names of fields that the twin may leave out; `*` for all. */
type Absent = ReadonlySet<string>;

const shapeless = (text: string) => text.replace(/PO-[\w-]+/g, 'PO').replace(/\d+/g, '#');
const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'null' : typeof value;
}

/** Differences between two values of a field; places are given as paths. */
function differences(absent: Absent, name: string, recorded: unknown, ours: unknown, path: string): string[] {
  if (kindOf(recorded) !== kindOf(ours)) return [`${path}: ${JSON.stringify(recorded)} was ${JSON.stringify(ours)}`];
  if (volatile.has(name)) return [];
  if (typeof recorded === 'number')
    return Math.abs(recorded - (ours as number)) < 1e-6 ? [] : [`${path}: ${recorded} was ${String(ours)}`];
  if (typeof recorded === 'string') {
    // A time that the recording did not set itself is its present.
    const present = moment.test(recorded) && recorded.startsWith('2026-11-23') && moment.test(String(ours));
    return present || shapeless(recorded) === shapeless(String(ours))
      ? []
      : [`${path}: ${JSON.stringify(recorded)} was ${JSON.stringify(ours)}`];
  }
  if (Array.isArray(recorded)) return listDifferences(absent, name, recorded, ours as unknown[], path);
  if (typeof recorded === 'object' && recorded !== null)
    return objectDifferences(absent, recorded as Record<string, unknown>, ours as Record<string, unknown>, path);
  return recorded === ours ? [] : [`${path}: ${String(recorded)} was ${String(ours)}`];
}

function listDifferences(absent: Absent, name: string, recorded: unknown[], ours: unknown[], path: string): string[] {
  if (recorded.length !== ours.length)
    return [
      `${path}: ${recorded.length} entries were ${ours.length}: ${JSON.stringify(recorded).slice(0, 200)} / ${JSON.stringify(ours).slice(0, 200)}`,
    ];
  return recorded.flatMap((one, at) =>
    typeof one === 'number' && typeof ours[at] === 'number' && name !== 'result'
      ? []
      : differences(absent, name, one, ours[at], `${path}/${at}`),
  );
}

function objectDifferences(
  absent: Absent,
  recorded: Record<string, unknown>,
  ours: Record<string, unknown>,
  path: string,
): string[] {
  const own = new Set(Object.keys(ours));
  return Object.entries(recorded).flatMap(([name, value]) => {
    // Ids are compared by what was learned from them: a wrong record shows in its fields.
    if (name === 'id' || name === 'view_id' || name === 'views') return [];
    if (!own.has(name)) return absent.has(name) || absent.has('*') ? [] : [`${path}/${name}: missing`];
    return differences(absent, name, value, ours[name], `${path}/${name}`);
  });
}

/** What differs between two answers. Fields may be missing where they were left out of the request, and nowhere else. */
export function compare(absent: Absent, recorded: Outcome, ours: Outcome, ignore: readonly string[] = []): string[] {
  if ('error' in recorded || 'error' in ours) {
    const [theirs, own] = [recorded, ours].map((one) => ('error' in one ? one.error : 'no error'));
    return theirs === own
      ? []
      : [
          `${theirs} was ${own}${'error' in ours ? ` (${ours.message})` : ` ${String(JSON.stringify((ours as { result: unknown }).result)).slice(0, 200)}`}`,
        ];
  }
  const found =
    typeof recorded.result === 'number' && typeof ours.result === 'number'
      ? []
      : differences(absent, '', recorded.result, ours.result, '');
  return found.filter((difference) => !ignore.some((field) => difference.split(':')[0]!.includes(`/${field}`)));
}
