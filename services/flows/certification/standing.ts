import { scenariosFor } from '../../domain/certification/certified-documents.ts';
import { type ScenarioRun, type Standing, standingOf } from '../../domain/certification/run.ts';
import type { Scenario } from '../../domain/certification/scenario.ts';
import { type DocumentKey, documentKeyText, isAcknowledgement } from '../../domain/configuration/document-key.ts';
import type { CertificationEvidence } from '../../domain/journey/evidence.ts';
import type { Tx } from '../../store/database.ts';
import { runsOf } from '../../store/scenario-runs.ts';
import { type Certified, certifiedOf, dependenciesOf, documentsOf, type WithStandards } from './dependencies.ts';

/** How the certification of one document stands. */
export interface DocumentStanding {
  readonly key: DocumentKey;
  readonly scenarios: readonly (Standing & { readonly scenario: Scenario })[];
}

export interface CertificationStanding {
  readonly certified: Certified;
  readonly documents: readonly DocumentStanding[];
  /** In the order in which to go through them. */
  readonly scenarios: readonly Scenario[];
  readonly runs: readonly ScenarioRun[];
}

/** Every agreed document of the sandbox, acknowledgements aside, with its scenarios; undefined where nothing is agreed. */
export async function readStanding(
  context: WithStandards,
  tx: Tx,
  orgId: string,
): Promise<CertificationStanding | undefined> {
  const certified = await certifiedOf(context, tx, orgId);
  if (!certified) return undefined;
  const scenarios = scenariosFor(certified.packs, certified.configuration.documents);
  const runs = await runsOf(tx, { orgId });
  const byScenario = Map.groupBy(runs, ({ scenario }) => scenario);
  const present = new Map(scenarios.map((one) => [one.id, dependenciesOf(one, certified)]));
  const own = certified.configuration.documents.filter((one) => !isAcknowledgement(one));
  const documents = own.map((document): DocumentStanding => {
    const { set, direction, version } = document;
    const its = scenarios.filter((scenario) => documentsOf(scenario, certified).includes(document));
    return {
      key: { set, direction, version },
      scenarios: its.map((scenario) => ({
        scenario,
        ...standingOf(
          scenario,
          documentKeyText(document),
          byScenario.get(scenario.id) ?? [],
          present.get(scenario.id)!,
        ),
      })),
    };
  });
  return { certified, documents, scenarios, runs };
}

/** How the certification of a partner stands, for its requirements. */
export async function certificationOf(context: WithStandards, tx: Tx, orgId: string): Promise<CertificationEvidence> {
  const standing = await readStanding(context, tx, orgId);
  const documents = (standing?.documents ?? []).map(({ key, scenarios }) => ({
    key,
    scenarios: scenarios.map(({ scenario: { id, title, tier }, state, why, passedAt, runId }) => ({
      ...{ id, title, tier, state },
      ...(why !== undefined && { why }),
      ...(passedAt && { passedAt }),
      ...(runId !== undefined && { runId }),
    })),
  }));
  return { documents: documents.filter(({ scenarios }) => scenarios.length > 0) };
}
