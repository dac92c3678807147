import ts from 'typescript';

// What the dependency rules cannot see: SQL that writes obligations without importing anything.

const tables = '(ladder_rung|sla_clock|exception_case)';
const writesTable = new RegExp(`\\b(insert\\s+into|update|delete\\s+from|truncate)\\s+${tables}\\b`, 'i');
const namesTable = new RegExp(`^${tables}\\b`);
const writesDocument = /\b(update|insert\s+into)\s+document\b/i;
const statusColumn = /\b(outcome|headline)\b\s*(=[^=]|,|\))/i;
const writers = /^(insert|update|upsert|del|delete|merge|truncate|increment|decrement)$/;

/** Says of a node of a file what of an obligation it writes; undefined when it writes nothing of the kind. */
export function obligationWritten(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
    const sql = node.getText();
    const [, , table] = writesTable.exec(sql) ?? [];
    if (table) return table;
    return writesDocument.test(sql) && statusColumn.test(sql) ? 'document.outcome' : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name } = node.expression;
  const isNamedLast = /^(into|from|table)$/.test(name.text) && isWrite(node.expression.expression);
  if (!writers.test(name.text) && !isNamedLast) return undefined;
  const table = tableOf(isNamedLast ? node : node.expression.expression);
  if (table !== undefined && namesTable.test(table)) return table;
  return table === 'document' && node.arguments.some(namesStatus) ? 'document.outcome' : undefined;
}

/** Does a chain of knex write, before it says where: `tx.insert(…)`? */
function isWrite(chain: ts.Expression): boolean {
  if (ts.isCallExpression(chain) || ts.isPropertyAccessExpression(chain))
    return (ts.isPropertyAccessExpression(chain) && writers.test(chain.name.text)) || isWrite(chain.expression);
  return false;
}

/** The table that a chain of knex is about: `tx('document').where(…)`, or with `from` or `into`. */
function tableOf(chain: ts.Expression): string | undefined {
  if (ts.isPropertyAccessExpression(chain)) return tableOf(chain.expression);
  if (!ts.isCallExpression(chain)) return undefined;
  const [first] = chain.arguments;
  const isMethod = ts.isPropertyAccessExpression(chain.expression);
  const names = !isMethod || /^(from|into|table)$/.test((chain.expression as ts.PropertyAccessExpression).name.text);
  if (names && first && ts.isStringLiteralLike(first)) return first.text.replace(/ as .*/, '');
  return tableOf(chain.expression);
}

function namesStatus(node: ts.Node): boolean {
  const named =
    (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) &&
    /^['"]?(outcome|headline)['"]?$/.test(node.name.getText());
  return named || (node.forEachChild((child) => namesStatus(child) || undefined) ?? false);
}
