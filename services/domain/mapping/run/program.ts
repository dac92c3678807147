import type { EventType } from '../../events.ts';
import type { Assertion, Emission, InboundMapping } from '../language/plan.ts';
import { type Build, FieldBuilder } from './build.ts';
import type { Site } from './origin-tape.ts';
import type { Prepared, ReadText, Test } from './prepared.ts';
import type { BoundPath } from './source.ts';

/** A mapping as functions. */
export interface Program<S> {
  readonly emissions: readonly PreparedEmission<S>[];
  readonly assertions: readonly PreparedAssertion<S>[];
}

export interface PreparedEmission<S> {
  readonly type: EventType;
  readonly each: BoundPath | undefined;
  readonly when: Test<S> | undefined;
  readonly subject: ReadText<S>;
  readonly time: string | undefined;
  readonly data: Build<S>;
  readonly sites: readonly Site[];
}

export interface PreparedAssertion<S> {
  readonly assertion: Assertion;
  readonly each: BoundPath | undefined;
  readonly when: Test<S> | undefined;
  readonly that: Test<S>;
}

export function prepareProgram<S>(mapping: InboundMapping, prepared: Prepared<S>): Program<S> {
  return {
    emissions: mapping.emissions.map((emission) => prepareEmission(emission, prepared)),
    assertions: mapping.assertions.map((assertion) => ({
      assertion,
      each: assertion.each && prepared.bind(assertion.each),
      when: assertion.when && prepared.test(assertion.when),
      that: prepared.test(assertion.that),
    })),
  };
}

function prepareEmission<S>(emission: Emission, prepared: Prepared<S>): PreparedEmission<S> {
  const builder = new FieldBuilder(prepared);
  return {
    type: emission.type,
    each: emission.each && prepared.bind(emission.each),
    when: emission.when && prepared.test(emission.when),
    subject: prepared.text(emission.subject),
    time: emission.time,
    data: builder.field(emission.data, ['']),
    sites: builder.sites,
  };
}
