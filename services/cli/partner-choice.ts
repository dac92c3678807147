import { CodedError } from '../domain/errors.ts';
import { UnusableConfiguration } from '../flows/compile-once.ts';
import type { Context } from '../flows/context.ts';
import { ReleaseRefused, type ReleaseTools } from '../flows/releases.ts';
import type { ActedBy } from '../store/audit.ts';
import { type ConfigurationFiles, textsOf } from '../store/configurations.ts';
import type { Tx } from '../store/database.ts';
import { partnersCalled } from '../store/partners.ts';
import { commandActor, withContext } from './command-context.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { frameOf } from './fault-frame.ts';

/** The partner of this name. @throws UsageError */
export async function partnerCalled(tx: Tx, name: string): Promise<string> {
  const [only, ...more] = await partnersCalled(tx, name);
  if (!only) throw new UsageError(`There is no partner called ${name}. \`crossdock partner list\` shows all.`);
  if (more.length > 0) throw new UsageError(`${more.length + 1} partners are called ${name}.`);
  return only.id;
}

export interface Work {
  readonly tx: Tx;
  readonly tools: ReleaseTools;
  readonly who: ActedBy;
}

/** Runs `work` in one transaction, beside the hub; what is refused is said in one sentence. */
export async function inTransaction<T>(work: (tools: Work) => Promise<T>): Promise<T> {
  return withContext(process.env, async (context: Context) => {
    const tools: ReleaseTools = {
      get standards() {
        return context.catalog.standards;
      },
      newId: context.newId,
      now: context.now,
    };
    try {
      return await context.db.system.transaction((tx) => work({ tx, tools, who: commandActor() }));
    } catch (error) {
      if (error instanceof ReleaseRefused) throw new UsageError(error.message);
      if (error instanceof CodedError) throw new UsageError(error.more.detail ?? error.message);
      throw error;
    }
  });
}

/** Runs what may find a configuration unusable, and prints every fault with its line. @returns the exit code: that of `work`, or that of findings */
export async function orFaults(
  files: ConfigurationFiles | undefined,
  json: boolean | undefined,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnusableConfiguration)) throw error;
    const texts = files && textsOf(files);
    if (json) console.log(JSON.stringify({ faults: error.faults }, null, 2));
    else {
      for (const fault of error.faults) console.error(frameOf(fault, texts?.get(fault.file) ?? ''));
      const count = error.faults.length;
      console.error(`${count} ${count === 1 ? 'fault' : 'faults'}; nothing was changed.`);
    }
    return exitCodes.findings;
  }
}
