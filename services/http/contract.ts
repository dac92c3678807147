import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { access } from '../../specs/generated/access.ts';
import { CodedError, type ValidationIssue } from '../domain/errors.ts';
import { contractFile, type OperationObject, type ParameterObject } from './contract-file.ts';
import { lifecycleHeaders } from './lifecycle.ts';
import type { Access, OperationId } from './operation.ts';
import { makeValidators, type Schema } from './validators.ts';

/** An operation of the contract with its checks. */
export interface Operation {
  readonly id: OperationId;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it: `/v1/messages/:documentId`. */
  readonly path: string;
  /** Who may call it, as the contract says. */
  readonly access: Access;
  readonly takesJson: boolean;
  /** Largest JSON body that it takes; what is larger goes to the inbox. */
  readonly jsonBytes: number;
  /** Headers with which each answer says that the operation is going to end; none for one that is to stay. */
  readonly lifecycle: readonly (readonly [name: string, value: string])[];
  /** Every status that the contract documents. */
  readonly statuses: ReadonlySet<number>;
  /** Parameters with their types and defaults. @throws CodedError `http.request-invalid` that names each place. */
  checkParameters(given: { path: object; query: object; header: object }): { path: object; query: object };
  checkBody(body: unknown): void;
  /** What is wrong with a JSON answer of ours; undefined when nothing is. */
  faultOfReply(status: number, body: unknown): string | undefined;
}

const usualJsonBytes = 100 * 1024;

/** Reads the contract; a check is compiled when it is first used, for all of them together take seconds. Fails when it does not say of an operation who may call it. */
export function loadContract(file = contractFile): readonly Operation[] {
  const validators = makeValidators(file);
  return Object.entries(file.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]) =>
      compile(path, method as Operation['method'], described, validators),
    ),
  );
}

/** What is made at its first use and kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function accessOf(id: OperationId): Access {
  const declared = (access as Readonly<Partial<Record<string, Access>>>)[id];
  if (!declared) throw new Error(`The contract does not say who may call ${id}. Run \`npm run generate\`.`);
  return declared;
}

function compile(
  path: string,
  method: Operation['method'],
  described: OperationObject,
  validators: ReturnType<typeof makeValidators>,
): Operation {
  const parameters = described.parameters ?? [];
  const places = (['path', 'query', 'header'] as const).flatMap((where) => {
    const here = parameters.filter((p) => p.in === where);
    // An operation without parameters lets any pass: monitors and caches like to add their own.
    return here.length === 0 ? [] : [{ where, check: once(() => validators.parameters(parameterSchema(here, where))) }];
  });
  const json = described.requestBody?.content['application/json']?.schema;
  const body = json && once(() => validators.json(json));
  const replies = new Map<number, () => ValidateFunction>();
  for (const [status, response] of Object.entries(described.responses)) {
    const schema = response.content?.['application/json']?.schema;
    if (schema)
      replies.set(
        Number(status),
        once(() => validators.json(schema)),
      );
  }
  return {
    id: described.operationId,
    method,
    path: path.replace(/\{(\w+)\}/g, ':$1'),
    access: accessOf(described.operationId),
    lifecycle: lifecycleHeaders(described),
    // What the inbox takes is kept as it came, and read by whoever takes it.
    takesJson: json !== undefined && accessOf(described.operationId).limit !== 'inbox',
    jsonBytes: described['x-body-bytes'] ?? usualJsonBytes,
    statuses: new Set(Object.keys(described.responses).map(Number)),
    checkParameters: (given) => {
      refuse(places.flatMap(({ where, check }) => issuesOf(where, check(), given[where])));
      return given;
    },
    checkBody: (given) => body && refuse(issuesOf('body', body(), given)),
    faultOfReply: (status, given) => {
      const check = replies.get(status)?.();
      if (!check) return `no JSON answer with status ${status} in the contract`;
      const [first] = check(given) ? [] : (check.errors ?? []).map((error) => issueOf('reply', error));
      return first && `${first.place} ${first.message}`;
    },
  };
}

function parameterSchema(parameters: readonly ParameterObject[], where: ParameterObject['in']): Schema {
  // Node gives header names in lower case.
  const name = (p: ParameterObject) => (where === 'header' ? p.name.toLowerCase() : p.name);
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map((p) => [name(p), p.schema])),
    required: parameters.filter((p) => p.required).map(name),
    // A mistyped filter that is ignored shows the wrong list as if it were right.
    additionalProperties: where === 'header',
  };
}

function issuesOf(where: string, check: ValidateFunction, given: unknown): ValidationIssue[] {
  const message = unstorableIn(given);
  const unstorable = message === undefined ? [] : [{ place: where, message }];
  if (check(given)) return unstorable;
  return [...unstorable, ...(check.errors ?? []).map((error) => issueOf(where, error))];
}

function issueOf(
  where: string,
  { instancePath, keyword, params, message = 'does not fit' }: ErrorObject,
): ValidationIssue {
  if (keyword === 'additionalProperties')
    return { place: `${where}${instancePath}/${params.additionalProperty}`, message: 'is not known here' };
  if (keyword === 'required')
    return { place: `${where}${instancePath}/${params.missingProperty}`, message: 'is missing' };
  if (keyword === 'enum')
    return {
      place: `${where}${instancePath}`,
      message: `must be one of ${(params.allowedValues as unknown[]).join(', ')}`,
    };
  return { place: `${where}${instancePath}`, message };
}

/** Postgres stores neither U+0000 nor one half of a character of UTF-16, so nothing that is sent may carry one, not even as the name of a property. */
function unstorableIn(given: unknown): string | undefined {
  if (typeof given === 'string') {
    if (given.includes('\0')) return 'must not hold the character U+0000';
    return given.isWellFormed() ? undefined : 'must not hold one half of a character (U+D800 to U+DFFF)';
  }
  if (typeof given !== 'object' || given === null) return undefined;
  for (const [name, value] of Object.entries(given)) {
    const message = unstorableIn(name) ?? unstorableIn(value);
    if (message !== undefined) return message;
  }
  return undefined;
}

function refuse(errors: readonly ValidationIssue[]): void {
  if (errors.length === 0) return;
  const [first] = errors;
  throw new CodedError('http.request-invalid', {
    errors,
    detail: `${first!.place} ${first!.message}. \`/docs\` shows what the operation takes.`,
  });
}
