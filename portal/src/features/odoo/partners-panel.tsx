import { Button, Modal } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OdooConnection, OdooRules } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { Nothing } from '../../ui/states.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './odoo.module.css';
import type { OdooChanges } from './odoo-query.ts';
import { RulesForm } from './rules-form.tsx';

const events: Readonly<Record<OdooRules['receives'][number]['event'], string>> = {
  'warehouse-order.released.v1': 'orders (940)',
  'shipment.tendered.v1': 'load tenders (204)',
  'receipt.expected.v1': 'expected receipts (943)',
};
const policies: Readonly<Record<OdooRules['unreserved'], string>> = {
  reserve: 'what is not reserved is reserved first',
  hold: 'what is not reserved is held',
  apply: 'what is not reserved ships all the same',
};

/** The rules in a sentence. */
function rulesWords(rules: OdooRules): string {
  const gets = rules.receives.map(({ event, carrier }) => events[event] + (carrier ? ` for ${carrier}` : ''));
  const sites = rules.operationTypeIds.length;
  return [
    gets.length === 0 ? 'Gets nothing of Odoo' : `Gets ${gets.join(', ')}`,
    sites === 0
      ? 'speaks only of transfers that it was sent'
      : `speaks of ${sites} operation ${sites === 1 ? 'type' : 'types'}`,
    policies[rules.unreserved],
    rules.sendCancels ? 'cancels go out' : 'cancels do not go out',
    ...(rules.units.length > 0 ? [`${rules.units.length} unit ${rules.units.length === 1 ? 'code' : 'codes'}`] : []),
  ].join('; ');
}

/** What moving a partner means, before it is done. */
function MoveDialog({
  partner,
  from,
  to,
  move,
  onClose,
}: {
  readonly partner: OdooConnection['partners'][number];
  readonly from: string;
  readonly to: string;
  readonly move: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { mutate, isPending } = useMutation({ mutationFn: move, onError: tellProblem, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={`Have ${partner.name} work with ${to}?`} centered>
      <div className={classes.form}>
        <p>
          Its rules in {from} end, and it is sent nothing more of it. In {to} it begins with none: set them next. What
          waits for {from} goes to {to}; answers to orders that came from {from} find nothing there and become cases.
        </p>
        <span className={classes.buttons}>
          <Button loading={isPending} onClick={() => mutate()}>
            Move
          </Button>
          <Button variant="default" onClick={onClose}>
            Leave it where it is
          </Button>
        </span>
      </div>
    </Modal>
  );
}

/** What each partner may do in this Odoo, and what it is sent of it. */
export function PartnersPanel({
  connection,
  changes,
  open,
}: {
  readonly connection: OdooConnection;
  readonly changes: OdooChanges;
  readonly open: string | undefined;
}) {
  const [editing, setEditing] = useState(open);
  const edited = connection.partners.find(({ id, elsewhere }) => id === editing && elsewhere === undefined);
  const close = () => setEditing(undefined);
  const [moving, setMoving] = useState<string>();
  const moved = connection.partners.find(({ id, elsewhere }) => id === moving && elsewhere !== undefined);
  return (
    <Panel title="Partners" note="what each may do here, and what it is sent">
      {connection.partners.length === 0 && (
        <Nothing icon={<IconUsersGroup size={20} stroke={1.7} />} title="No partner works with this Odoo yet">
          A partner appears here once something is agreed with it for this environment.
        </Nothing>
      )}
      {open !== undefined && connection.partners.length > 0 && !connection.partners.some(({ id }) => id === open) && (
        <p role="status" className={classes.hint}>
          The partner that you come from is not here yet: nothing of it is in {connection.environment}. Its parallel
          run, or its first release, brings it.
        </p>
      )}
      <ul className={classes.rows}>
        {connection.partners.map((partner) => (
          <li key={partner.id}>
            <span className={classes.grow}>
              <Link to="/partners/$partnerId" params={{ partnerId: partner.id }}>
                <b>{partner.name}</b>
              </Link>
              <br />
              {partner.elsewhere ? (
                <span className={classes.faint}>
                  Works with{' '}
                  <Link to="/odoo/$connectionId" params={{ connectionId: partner.elsewhere.id }}>
                    {partner.elsewhere.name}
                  </Link>
                  , not with this Odoo.
                </span>
              ) : (
                <span className={classes.faint}>{rulesWords(partner.rules)}.</span>
              )}
            </span>
            {partner.elsewhere ? (
              <Button
                variant="default"
                aria-label={`Have ${partner.name} work with this Odoo`}
                onClick={() => setMoving(partner.id)}
              >
                Move here
              </Button>
            ) : (
              <Button
                variant="default"
                aria-label={`Edit the rules of ${partner.name}`}
                onClick={() => setEditing(partner.id)}
              >
                Edit
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Modal opened={edited !== undefined} onClose={close} size="lg" title={`Rules of ${edited?.name ?? ''} in Odoo`}>
        {edited !== undefined && (
          <RulesForm key={edited.id} connection={connection} partner={edited} changes={changes} onDone={close} />
        )}
      </Modal>
      {moved?.elsewhere && (
        <MoveDialog
          partner={moved}
          from={moved.elsewhere.name}
          to={connection.name}
          move={() => changes.movePartner(moved)}
          onClose={() => setMoving(undefined)}
        />
      )}
    </Panel>
  );
}
