import { TextInput } from '@mantine/core';
import classes from './identity-inputs.module.css';

/** A trading id while it is typed. */
export interface TypedIdentity {
  readonly qualifier: string;
  readonly id: string;
  readonly groupId: string;
}

export const noIdentity: TypedIdentity = { qualifier: 'ZZ', id: '', groupId: '' };

/** As the contract takes it: none where no id was typed. */
export const typedList = ({ qualifier, id, groupId }: TypedIdentity) =>
  id.trim() === ''
    ? []
    : [{ qualifier: qualifier.trim(), id: id.trim(), ...(groupId.trim() !== '' && { groupId: groupId.trim() }) }];

/** Qualifier and ids, in capitals as they are usual. @param errors by part: `qualifier`, `id`, `group` */
export function IdentityInputs({
  value,
  onChange,
  errors,
  legend,
}: {
  readonly value: TypedIdentity;
  readonly onChange: (value: TypedIdentity) => void;
  readonly errors: Readonly<Record<string, string | undefined>>;
  readonly legend: string;
}) {
  const set = (part: keyof TypedIdentity) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...value, [part]: event.currentTarget.value });
  return (
    <fieldset className={classes.inputs}>
      <legend>{legend}</legend>
      <TextInput
        label="Qualifier"
        maxLength={2}
        value={value.qualifier}
        error={errors.qualifier}
        onChange={set('qualifier')}
      />
      <TextInput label="Id (ISA)" maxLength={15} value={value.id} error={errors.id} onChange={set('id')} />
      <TextInput
        label="Id (GS)"
        placeholder={value.id === '' ? 'the same' : value.id}
        maxLength={15}
        value={value.groupId}
        error={errors.group}
        onChange={set('groupId')}
      />
    </fieldset>
  );
}
