/** What is on record, as `noun.past`. A new one is written here first: nothing else compiles. */
export type AuditAction =
  | `agreement.${'added' | 'changed' | 'removed' | 'signed'}`
  | `api-key.${'created' | 'revoked'}`
  | 'audit.sealed'
  | `case.${'assigned' | 'noted' | 'reopened' | 'resolved'}`
  | 'clock.jumped'
  | 'company.identities-set'
  | `configuration.${'candidate-named' | 'candidate-removed' | 'draft-saved' | 'released' | 'sandbox-set'}`
  | 'deliveries.retried'
  | `delivery.${'already-applied' | 'applied' | 'failed' | 'held' | 'in-flight' | 'refused' | 'retried' | 'superseded' | 'withheld'}`
  | `document.${'delivered' | 'handed-over' | 'made' | 'quarantined' | 'receipt-refused' | 'received' | 'refused' | 'reissued' | 'released' | 'resent' | 'translated'}`
  | `endpoint.${'added' | 'changed' | 'connection-tested' | 'paused' | 'removed' | 'replayed' | 'resumed' | 'secret-added' | 'secrets-retired' | 'stopped' | 'tested'}`
  | `go-live.${'approved' | 'asked' | 'cancelled' | 'made' | 'returned' | 'rolled-back' | 'voided'}`
  | `hub-key.${'added' | 'retired' | 'switched'}`
  | 'hypercare.ended'
  | `invite.${'accepted' | 'created' | 'revoked'}`
  | 'lookup.changed'
  | `mail.${'read' | 'retried'}`
  | `mapping-comment.${'added' | 'settled'}`
  | `mapping-review.${'approved' | 'asked' | 'returned'}`
  | 'mapping-text.saved'
  | `odoo-carrier.${'removed' | 'set'}`
  | `odoo-connection.${'checked' | 'made' | 'reconciled' | 'repaired'}`
  | `odoo-difference.${'accepted' | 'reopened'}`
  | 'odoo-feed.set'
  | `odoo-partner.${'moved' | 'set'}`
  | 'odoo-responsible.chosen'
  | `parallel-run.${'ended' | 'started'}`
  | `partner.${'created' | 'off-boarded' | 'reminded' | 'requirement-waived' | 'resumed' | 'suspended'}`
  | `passkey.${'added' | 'removed' | 'renamed'}`
  | 'profile.saved'
  | 'recovery-code.used'
  | 'recovery-codes.renewed'
  | 'registration.finished'
  | `scenario.${'answered' | 'chaos-set' | 'ended' | 'started' | 'cancelled'}`
  | `session.${'ended' | 'refused' | 'started'}`
  | `specification.${'attached' | 'imported'}`
  | `totp.${'removed' | 'set-up'}`
  | `user.${'added' | 'disabled' | 'email-asked' | 'email-changed' | 'enabled' | 'linked' | 'password-changed' | 'password-forgotten' | 'password-reset' | 'roles-set'}`;
