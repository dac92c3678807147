import type { components, operations } from '../../../specs/generated/openapi.ts';

type Schemas = components['schemas'];
type Ok<Op extends keyof operations> = operations[Op] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** The shapes of the contract under the names that the portal uses. */
export type Session = Schemas['Session'];
export type Role = Schemas['Role'];
export type User = Schemas['User'];
export type TemporaryPassword = Schemas['TemporaryPassword'];
export type ApiKey = Schemas['ApiKey'];
export type NewApiKey = Schemas['NewApiKey'];
export type OwnSession = Schemas['OwnSession'];
export type Problem = Schemas['Problem'];
export type Overview = Ok<'getOverview'>;
export type MessagePage = Ok<'listMessages'>;
export type MessageQuery = NonNullable<operations['listMessages']['parameters']['query']>;
export type MessageSummary = Schemas['MessageSummary'];
export type Message = Schemas['Message'];
export type Step = Schemas['Step'];
export type Work = Schemas['Work'];
export type CaseCause = Schemas['CaseCause'];
export type CasesChanged = Schemas['CasesChanged'];
export type FindingCounts = Schemas['FindingCounts'];
export type Rung = Schemas['Rung'];
export type Sending = Schemas['Sending'];
export type ResendOffer = Schemas['ResendOffer'];
/** A brief event, or a whole one. */
export type EventView = Schemas['EventView'];
export type WholeEvent = EventView & Required<Pick<EventView, 'data' | 'provenance'>>;
export type Origin = Schemas['Origin'];
export type Delivery = Schemas['Delivery'];
export type OdooWrite = Schemas['OdooWrite'];
export type AuditLine = Schemas['AuditLine'];
export type Annotated = Schemas['Annotated'];
export type AnnotatedSegment = Schemas['AnnotatedSegment'];
export type AnnotatedElement = Schemas['AnnotatedElement'];
export type Finding = Schemas['Finding'];
export type PartnerSummary = Schemas['PartnerSummary'];
export type Partner = Schemas['Partner'];
export type Environment = Schemas['Environment'];
export type Direction = Schemas['Direction'];
export type Outcome = Schemas['Outcome'];
export type OdooConnection = Schemas['OdooConnection'];
export type OdooAccess = Schemas['OdooAccess'];
export type NewOdooConnection = Schemas['NewOdooConnection'];
export type OdooRules = Schemas['OdooPartnerRules'];
export type OdooChoices = Schemas['OdooChoices'];
export type Case = Schemas['Case'];
export type Failure = Schemas['Failure'];
export type BulkRetry = Schemas['BulkRetry'];
export type Company = Schemas['Company'];
export type Identities = Schemas['Identities'];
export type Template = Schemas['Template'];
export type Releases = Schemas['Releases'];
export type Release = Schemas['Release'];
export type Differences = Schemas['Differences'];
export type Agreements = Schemas['Agreements'];
export type Agreement = Schemas['Agreement'];
export type Channel = Schemas['Channel'];
export type Endpoint = Schemas['Endpoint'];
export type Exchange = Schemas['Exchange'];
export type Told = Schemas['Told'];
export type WebhookDelivery = Schemas['WebhookDelivery'];
export type As2Identity = Schemas['As2Identity'];
export type EndpointAddress = Schemas['EndpointAddress'];
export type EndpointTest = Schemas['EndpointTest'];
export type Receipt = Schemas['Receipt'];
