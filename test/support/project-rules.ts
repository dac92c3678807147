import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { type Lock, missingEntries } from './complete-lock.ts';
import { obligationWritten } from './one-writer.ts';
import { pagesForPeople, retiredWordsIn } from './retired-words.ts';

/** Something in the tree that a rule of the project forbids; `remedy` tells the offender what to do. */
export type Violation = { rule: string; file: string; line: number; remedy: string; level: 'error' | 'warning' };

const codeRoots = ['services', 'tools', 'portal/src', 'test', 'migrations'];
const softLines = 250;
const hardLines = 400;
const functionLines = 120;

/** All code files of ours, as paths from the root. */
export function codeFiles(root: string): string[] {
  const found: string[] = [];
  for (const top of codeRoots) {
    for (const name of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })) {
      if (/\.(ts|tsx|js|mjs)$/.test(name) && !name.includes('node_modules'))
        found.push(`${top}/${name.replaceAll('\\', '/')}`);
    }
  }
  return found.sort();
}

type ProjectRule = (file: string, source: ts.SourceFile, text: string) => Violation[];

const lineOf = (source: ts.SourceFile, node: ts.Node) =>
  source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

const impureGlobals = new Set([
  ...['process', 'console', 'fetch', 'crypto', 'performance', 'globalThis', 'require', '__dirname', '__filename'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
]);

/** The place where a name is used as a value, and not as a property, a label or the name of something of one's own. */
function isFreeName(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false;
  return !('name' in parent && parent.name === node);
}

function impurity(node: ts.Node, declared: ReadonlySet<string>): string | undefined {
  if (ts.isIdentifier(node) && impureGlobals.has(node.text) && !declared.has(node.text) && isFreeName(node))
    return node.text;
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isMetaProperty(node)) return 'import.meta';
  if (!ts.isCallExpression(node)) return undefined;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return 'import()';
  const callee = node.expression.getText();
  return ['Date.now', 'Date', 'Math.random'].includes(callee) ? `${callee}()` : undefined;
}

/** The names that the file itself declares anywhere: a parameter called `process` is no environment. */
function declaredNames(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  walk(source, (node) => {
    if ('name' in node && node.name && ts.isIdentifier(node.name as ts.Node) && !ts.isPropertyAccessExpression(node)) {
      names.add((node.name as ts.Identifier).text);
    }
  });
  return names;
}

const pureDomain: ProjectRule = (file, source) => {
  if (!file.startsWith('services/domain/')) return [];
  const violations: Violation[] = [];
  const declared = declaredNames(source);
  walk(source, (node) => {
    const found = impurity(node, declared);
    if (!found) return;
    const remedy = `\`${found}\` makes the domain depend on when or where it runs. Take the value as an argument.`;
    violations.push({ rule: 'domain-is-pure', file, line: lineOf(source, node), remedy, level: 'error' });
  });
  return violations;
};

/** Files that are data in the form of code, and may be as long as they must. */
const isData = (file: string) => file.startsWith('migrations/') || /\/(samples|golden|data)\//.test(file);

const fileLength: ProjectRule = (file, _source, text) => {
  const lines = text.split('\n').length - 1;
  if (isData(file) || lines <= softLines) return [];
  const level = lines > hardLines ? 'error' : 'warning';
  const remedy = `${lines} lines; about ${softLines} is the size of a file, more than ${hardLines} is none. Split it by what changes together, or make data of what is data.`;
  return [{ rule: 'files-are-short', file, line: 1, remedy, level }];
};

const isFunction = (node: ts.Node) =>
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node);

const functionLength: ProjectRule = (file, source) => {
  const violations: Violation[] = [];
  // A suite of tests is one function that holds many; a component is mostly markup.
  if (isData(file) || file.startsWith('test/') || file.startsWith('portal/')) return [];
  walk(source, (node) => {
    if (!isFunction(node)) return;
    const from = lineOf(source, node);
    const lines = source.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - from;
    if (lines <= functionLines) return;
    const remedy = `A function of ${lines} lines; about 60 can be read at once, more than ${functionLines} is refused. Name its steps.`;
    violations.push({ rule: 'functions-are-short', file, line: from, remedy, level: 'error' });
  });
  return violations;
};

const names: ProjectRule = (file) => {
  const name = basename(file);
  const violation = (remedy: string): Violation[] => [
    { rule: 'files-are-named-for-one-thing', file, line: 1, remedy, level: 'error' },
  ];
  // An operation is named like its operationId, a migration like knex wants it.
  const free = /^(migrations|services\/http\/operations)\//.test(file);
  if (!free && !/^[a-z0-9$-]+(\.[a-z0-9-]+)*\.(ts|tsx|js|mjs)$/.test(name))
    return violation('File names are kebab-case.');
  const vague = /(^|[-.])(manager|helpers?|utils?|common|services?|misc)([-.]|$)/.exec(name);
  return vague ? violation(`\`${vague[2]}\` says nothing. Name the file for the one thing that it exports.`) : [];
};

/** Calls that take any number of arguments, each of which lies on the call stack: a list of some 100,000 ends the work with a RangeError. */
const takesMany = /^(push|unshift|splice|Math\.max|Math\.min|String\.fromCharCode|String\.fromCodePoint|Array\.of)$/;

const noListsOnTheStack: ProjectRule = (file, source) => {
  if (!file.startsWith('services/')) return [];
  const violations: Violation[] = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !node.arguments.some(ts.isSpreadElement)) return;
    const { expression } = node;
    const method = ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
    const callee = [method, expression.getText()].find((name) => takesMany.test(name));
    if (callee === undefined) return;
    const remedy = `\`${callee}(...list)\` puts the list on the call stack, which a large document overflows. Use \`append\`, \`largest\` or \`smallest\` of services/domain/lists.ts.`;
    violations.push({ rule: 'no-lists-on-the-stack', file, line: lineOf(source, node), remedy, level: 'error' });
  });
  return violations;
};

const oneWriterOfObligations: ProjectRule = (file, source) => {
  if (!file.startsWith('services/') || file.startsWith('services/store/obligations/')) return [];
  const violations: Violation[] = [];
  walk(source, (node) => {
    const written = obligationWritten(node);
    if (written === undefined) return;
    const remedy = `\`${written}\` is written by services/flows/obligations.ts and the store modules under it alone. Call its verbs: \`expect\`, \`met\`, \`late\`, \`raise\`, \`resolve\`, or \`refreshStatus\`.`;
    violations.push({ rule: 'obligations-have-one-writer', file, line: lineOf(source, node), remedy, level: 'error' });
  });
  return violations;
};

const retiredWords = (file: string, text: string): Violation[] =>
  retiredWordsIn(text).map(({ line, word, use }) => ({
    ...{ rule: 'no-retired-words', file, line, level: 'error' },
    remedy: `“${word}” was retired: use ${use}. The list is test/support/retired-words.json.`,
  }));

const noRetiredWords: ProjectRule = (file, _source, text) =>
  file.startsWith('migrations/') || file.startsWith('test/architecture/') ? [] : retiredWords(file, text);

const rules: readonly ProjectRule[] = [
  noRetiredWords,
  pureDomain,
  fileLength,
  functionLength,
  names,
  noListsOnTheStack,
  oneWriterOfObligations,
];

/** Applies every rule to the tree at `root`. */
export function violationsIn(root: string): Violation[] {
  const inPages = pagesForPeople(root).flatMap((file) => retiredWords(file, readFileSync(join(root, file), 'utf8')));
  const inCode = codeFiles(root).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
    return rules.flatMap((rule) => rule(file, source, text));
  });
  return [...inPages, ...inCode];
}

/** What package.json and the lock file must keep to. */
export function packageViolations(root: string): Violation[] {
  const violations: Violation[] = [];
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
  const violation = (rule: string, file: string, remedy: string) =>
    violations.push({ rule, file, line: 1, remedy, level: 'error' });
  if (scripts.length > 12) {
    violation(
      'a-dozen-scripts',
      'package.json',
      `${scripts.length} npm scripts; a dozen is what people can know. Make it an argument of one that exists.`,
    );
  }
  const lockText = read('package-lock.json');
  if (/"resolved": "https?:/.test(lockText)) {
    const remedy =
      'It names the registry of the one who made it. Delete the "resolved" lines (`.npmrc` keeps new ones out).';
    violation('lock-file-without-addresses', 'package-lock.json', remedy);
  }
  const missing = missingEntries(JSON.parse(lockText) as Lock).size;
  if (missing > 0) {
    const remedy = `${missing} packages for other platforms have no line, so \`npm ci\` refuses it. Run \`node test/support/complete-lock.ts\`.`;
    violation('lock-file-for-every-platform', 'package-lock.json', remedy);
  }
  return violations;
}
