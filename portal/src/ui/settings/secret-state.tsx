import { Button, Input } from '@mantine/core';
import { Tag } from '../tag.tsx';
import type { SettingInputProps } from './setting-input.tsx';
import classes from './settings.module.css';

/** A secret that has a value, which nobody is shown: it stays, is replaced, or is taken away. */
export function SecretState({ field, typed, error, onChange }: SettingInputProps) {
  const isLeaving = typed.secret === 'remove';
  return (
    <Input.Wrapper
      component="fieldset"
      className={classes.secret ?? ''}
      label={field.title}
      labelElement="div"
      description={field.help}
      error={error}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data-setting={field.name}
    >
      <div className={classes.secretState}>
        <Tag tone={isLeaving ? 'amber' : 'slate'}>{isLeaving ? 'Is taken away when you save' : 'It is set'}</Tag>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Replace ${field.title}`}
          onClick={() => onChange({ ...typed, secret: 'write' })}
        >
          Replace
        </Button>
        {isLeaving ? (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={`Keep it: ${field.title}`}
            onClick={() => onChange({ ...typed, secret: 'keep' })}
          >
            Keep it
          </Button>
        ) : (
          !field.isRequired && (
            <Button
              variant="subtle"
              color="red"
              size="compact-xs"
              aria-label={`Remove ${field.title}`}
              onClick={() => onChange({ ...typed, secret: 'remove' })}
            >
              Remove
            </Button>
          )
        )}
      </div>
    </Input.Wrapper>
  );
}
