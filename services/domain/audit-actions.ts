/** What is on record, as `noun.past`. A new one is written here first: nothing else compiles. */
export type AuditAction =
  | `agreement.${'added' | 'changed' | 'removed'}`
  | `api-key.${'created' | 'revoked'}`
  | 'audit.sealed'
  | `case.${'assigned' | 'noted' | 'reopened' | 'resolved'}`
  | 'clock.jumped'
  | 'company.identities-set'
  | `configuration.${'candidate-named' | 'candidate-removed' | 'draft-saved' | 'released' | 'sandbox-set'}`
  | 'deliveries.retried'
  | `delivery.${'already-applied' | 'applied' | 'failed' | 'held' | 'in-flight' | 'refused' | 'retried' | 'superseded'}`
  | `document.${'delivered' | 'handed-over' | 'made' | 'quarantined' | 'receipt-refused' | 'received' | 'refused' | 'reissued' | 'released' | 'resent' | 'translated'}`
  | `endpoint.${'added' | 'changed' | 'paused' | 'removed' | 'replayed' | 'resumed' | 'secret-added' | 'secrets-retired' | 'stopped' | 'tested'}`
  | `hub-key.${'added' | 'retired' | 'switched'}`
  | 'lookup.changed'
  | `odoo-carrier.${'removed' | 'set'}`
  | `odoo-connection.${'checked' | 'made' | 'repaired'}`
  | 'odoo-feed.set'
  | 'odoo-partner.set'
  | 'odoo-responsible.chosen'
  | 'partner.created'
  | `session.${'ended' | 'refused' | 'started'}`
  | `user.${'added' | 'disabled' | 'enabled' | 'password-changed' | 'password-reset' | 'roles-set'}`;
