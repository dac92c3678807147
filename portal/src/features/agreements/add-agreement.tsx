import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Agreements } from '../../lib/contract.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { DirectionMark, SetCode } from '../../ui/small.tsx';
import classes from './agreements.module.css';
import type { AgreementChanges } from './agreements-query.ts';

/** The documents that templates have and the partner has not; each is added with one click. */
export function AddAgreement({
  available,
  changes,
  onClose,
}: {
  readonly available: Agreements['available'];
  readonly changes: AgreementChanges;
  readonly onClose: () => void;
}) {
  const add = useMutation({ mutationFn: changes.add, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title="Agree on another document" size="lg">
      <div className={classes.form}>
        <ProblemList error={add.error} />
        <p className={classes.faint}>
          Mapping, guide and samples come from the template. A document of your own: export the partner, add its
          mapping, and import it again.
        </p>
        <ul className={classes.available}>
          {available.map(({ set, name, direction, version, template }) => (
            <li key={`${direction} ${set}`}>
              <DirectionMark direction={direction} />
              <span className={classes.words}>
                <SetCode code={set} /> {name === set ? '' : name}{' '}
                <span className={classes.faint}>
                  {direction === 'in' ? 'from the partner' : 'to the partner'} · {version || 'no X12'} · {template}
                </span>
              </span>
              <Button
                variant="default"
                size="compact-xs"
                aria-label={`Add the ${set} ${direction === 'in' ? 'from the partner' : 'to the partner'}`}
                loading={add.isPending && add.variables.set === set && add.variables.direction === direction}
                onClick={() => add.mutate({ set, direction, template })}
              >
                Add
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}
