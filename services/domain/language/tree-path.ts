import type { Filter, Path, Step } from './path.ts';

const longestPath = 200;
const mostSteps = 12;

/** Characters that mean something in a path; a name that has one stands in single quotes. */
const plainName = /^[^[\]'"/=!|,^]+$/;

/**
 * Reads a path into a JSON, XML or CSV document: `orders/lines/sku`, `shipment/stop[@type=D]/city`, `'Order / No'`,
 * `.` (what the nearest `each` looks at), `^orders/number` (from the nearest `orders` around us), `//reference` (at any depth),
 * `/number` (from the root). A string answer says what is wrong with it.
 */
export function parseTreePath(text: string): Path | string {
  if (text.length > longestPath) return `A path may have at most ${longestPath} characters.`;
  if (text === '.') return { text, origin: 'here', deep: false, steps: [] };
  const start = /^(\/\/|\/|\^)?/.exec(text)?.[0] ?? '';
  const parts = split(text.slice(start.length), '/');
  if (typeof parts === 'string') return parts;
  if (parts.length > mostSteps) return `A path may have at most ${mostSteps} steps.`;
  const steps: Step[] = [];
  for (const part of parts) {
    const step = parseStep(part);
    if (typeof step === 'string') return step;
    steps.push(step);
  }
  return { text, origin: start === '^' ? 'ancestor' : start === '' ? 'here' : 'root', deep: start === '//', steps };
}

/** Splits at a character outside brackets and quotes. */
function split(text: string, at: '/' | ','): string[] | string {
  const parts: string[] = [];
  let current = '';
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === "'") quoted = !quoted;
    else if (!quoted && character === '[') depth++;
    else if (!quoted && character === ']') depth--;
    if (depth > 1) return 'A `[` may not stand inside another.';
    if (depth < 0) return 'A `]` stands without its `[`.';
    if (character === at && depth === 0 && !quoted) {
      parts.push(current);
      current = '';
    } else current += character;
  }
  if (depth > 0) return 'A `[` is not closed.';
  if (quoted) return "A `'` is not closed.";
  parts.push(current);
  return parts.some((part) => part.trim() === '') ? 'A step of the path is empty.' : parts;
}

function parseStep(part: string): Step | string {
  const bracket = openBracket(part);
  const name = unquoted(part.slice(0, bracket));
  if (name === undefined)
    return `\`${part}\` is no name such as \`sku\`; with / [ ] = ! | or , in it, it stands in '…'.`;
  if (/^[A-Za-z_][\w.-]*:[A-Za-z_]/.test(name) && !part.startsWith("'")) {
    return `\`${name}\` has a prefix; elements and attributes are found by their local names. Write \`${name.slice(name.indexOf(':') + 1)}\`.`;
  }
  const filters: Filter[] = [];
  let rest = part.slice(bracket);
  while (rest !== '') {
    const end = closeBracket(rest);
    const conditions =
      rest.startsWith('[') && end > 0 ? split(rest.slice(1, end), ',') : 'Only `[…]` may follow a name.';
    if (typeof conditions === 'string') return conditions;
    for (const condition of conditions) {
      const filter = parseFilter(condition.trim());
      if (typeof filter === 'string') return filter;
      filters.push(filter);
    }
    rest = rest.slice(end + 1);
  }
  return { name, filters };
}

/** The first one outside quotes, else the end. */
function openBracket(part: string): number {
  let quoted = false;
  for (let at = 0; at < part.length; at++) {
    if (part[at] === "'") quoted = !quoted;
    else if (part[at] === '[' && !quoted) return at;
  }
  return part.length;
}

function closeBracket(rest: string): number {
  let quoted = false;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === "'") quoted = !quoted;
    else if (rest[at] === ']' && !quoted) return at;
  }
  return -1;
}

function unquoted(name: string): string | undefined {
  const bare = name.trim();
  if (/^'[^']+'$/.test(bare)) return bare.slice(1, -1);
  return plainName.test(bare) ? bare : undefined;
}

function parseFilter(condition: string): Filter | string {
  const absent = condition.startsWith('!');
  const match = /^('[^']+'|[^=!|']+)(?:(!?=)(.*))?$/.exec(absent ? condition.slice(1) : condition);
  const key = match?.[1] === undefined ? undefined : unquoted(match[1]);
  const [operator, values] = [match?.[2], match?.[3]];
  if (key === undefined)
    return `\`[${condition}]\` is not a condition such as \`[status=shipped]\`, \`[@type!=D|E]\` or \`[sku]\`.`;
  if (absent && operator !== undefined) return `Write \`${key}!=…\` instead of \`!${key}=…\`.`;
  if (operator !== undefined && values?.split('|').some((value) => value.trim() === ''))
    return `\`[${condition}]\` compares with nothing.`;
  return {
    key,
    element: 0,
    negated: absent || operator === '!=',
    ...(values === undefined ? {} : { values: values.split('|').map((value) => unquoted(value) ?? value.trim()) }),
  };
}
