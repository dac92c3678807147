import { type Admission, type AdmissionSettings, makeAdmission } from './admit.ts';
import { type ByteBudget, byteBudget } from './byte-budget.ts';
import type { Context } from './context.ts';

/** What bounds that which is taken in: one for the inbox of the API and for channels that partners call. */
export interface Intake {
  readonly admission: Admission;
  readonly budget: ByteBudget;
}

/** @param bodyLimitBytes the largest body; one always has room */
export const openIntake = (
  context: Context,
  settings: AdmissionSettings & { readonly inFlightBytes: number },
  bodyLimitBytes: number,
): Intake => ({
  admission: makeAdmission(context, settings),
  budget: byteBudget(settings.inFlightBytes, Math.max(bodyLimitBytes, settings.inFlightBytes / 2)),
});
