import { Button, Checkbox, FileButton, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import type { Typed } from '../../lib/setting-draft.ts';
import type { Field } from '../../lib/setting-fields.ts';
import { tellProblem } from '../undo.tsx';
import { SecretState } from './secret-state.tsx';
import classes from './settings.module.css';

export interface SettingInputProps {
  readonly field: Field;
  readonly typed: Typed;
  readonly error: string | undefined;
  /** A secret that has a value may stay as it is. */
  readonly isKept: boolean;
  readonly onChange: (typed: Typed) => void;
}

/** Help stands under its field: what is to be entered there comes first. */
const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'error', 'description'];

const mostFileBytes = 256 * 1024;

async function readChosen(file: File, isBinary: boolean): Promise<string> {
  if (file.size > mostFileBytes) throw new Error(`${file.name} is larger than 256 kB: it cannot be what is asked for.`);
  if (!isBinary) return file.text();
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function FromFile({ field, onText }: { readonly field: Field; readonly onText: (text: string) => void }) {
  const take = (file: File | null) => {
    if (file !== null) void readChosen(file, field.isBinary).then(onText, tellProblem);
  };
  return (
    <FileButton onChange={take}>
      {(props) => (
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconFileUpload size={13} aria-hidden="true" />}
          aria-label={`Take ${field.title} from a file`}
          {...props}
        >
          From a file
        </Button>
      )}
    </FileButton>
  );
}

/** One setting, in whichever way its schema asks to be filled in. */
export function SettingInput(props: SettingInputProps) {
  const { field, typed, error, isKept, onChange } = props;
  if (field.isSecret && isKept && typed.secret !== 'write') return <SecretState {...props} />;
  return (
    <div className={classes.setting} data-setting={field.name}>
      <Input {...props} />
      {field.kind === 'multiline' && (
        <div className={classes.beside}>
          <FromFile field={field} onText={(text) => onChange({ ...typed, text })} />
        </div>
      )}
      {field.isSecret && isKept && (
        <div className={classes.beside}>
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={`Keep the present one: ${field.title}`}
            onClick={() => onChange({ ...typed, text: '', secret: 'keep' })}
          >
            Keep the present one
          </Button>
        </div>
      )}
      {(field.kind === 'choices' || field.kind === 'boolean') && error !== undefined && (
        <p className={classes.wrong} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function Input({ field, typed, error, onChange }: SettingInputProps) {
  const { kind, title, help, isRequired, options, maxLength } = field;
  const example = field.example === undefined ? undefined : `such as ${field.example}`;
  const text = {
    label: title,
    description: help,
    error,
    // The form says itself what is missing, at its place and in its words.
    withAsterisk: false,
    required: isRequired,
    inputWrapperOrder: order,
    value: typed.text,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...typed, text: event.currentTarget.value }),
  };
  switch (kind) {
    case 'boolean':
      return (
        <Checkbox
          label={title}
          description={help}
          checked={typed.isOn}
          onChange={(event) => onChange({ ...typed, isOn: event.currentTarget.checked })}
        />
      );
    case 'choices':
      return (
        <Checkbox.Group
          label={title}
          description={help}
          value={[...typed.chosen]}
          onChange={(chosen) => onChange({ ...typed, chosen })}
        >
          <div className={classes.choices}>
            {options.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </div>
        </Checkbox.Group>
      );
    case 'choice':
      return (
        <NativeSelect
          {...text}
          data={[
            ...(isRequired && typed.text !== '' ? [] : [{ value: '', label: isRequired ? 'Choose one' : 'Not said' }]),
            ...options,
          ]}
        />
      );
    case 'list':
      return (
        <Textarea
          {...text}
          autosize
          minRows={2}
          maxRows={12}
          placeholder={example ?? 'One in each line'}
          classNames={{ input: classes.code ?? '' }}
        />
      );
    case 'multiline':
    case 'json':
      return (
        <Textarea
          {...text}
          autosize
          minRows={4}
          maxRows={14}
          maxLength={maxLength}
          placeholder={example}
          spellCheck={false}
          autoComplete="off"
          classNames={{ input: classes.code ?? '' }}
        />
      );
    case 'integer':
    case 'number':
      return (
        <TextInput
          {...text}
          inputMode={kind === 'integer' ? 'numeric' : 'decimal'}
          placeholder={example}
          autoComplete="off"
          classNames={{ input: classes.short ?? '' }}
        />
      );
    case 'text':
      return field.isSecret ? (
        <PasswordInput {...text} maxLength={maxLength} autoComplete="new-password" />
      ) : (
        <TextInput {...text} maxLength={maxLength} placeholder={example} autoComplete="off" spellCheck={false} />
      );
  }
}
