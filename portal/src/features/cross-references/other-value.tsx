import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import type { Environment } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import classes from './cross-references.module.css';
import { type KeyQuestion, kindWords, useProductsLike } from './cross-references-query.ts';

interface OtherValueProps {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly question: KeyQuestion;
  readonly busy: boolean;
  readonly onChoose: (value: string) => void;
}

/** What a key is, where it is none of what is suggested: typed, and for an item found in Odoo by a part of its name or number. */
export function OtherValue({ partnerId, environment, question: { kind, key }, busy, onChoose }: OtherValueProps) {
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') onChoose(typed.trim());
  };
  const of = {
    ...{ size: 'xs', className: classes.grow ?? '', maxLength: 200, value: typed },
    'aria-label': `What ${key} is in Odoo`,
  };
  return (
    <Form className={classes.other} onSubmit={submit}>
      {kind === 'item' ? (
        <Products {...{ partnerId, environment, of }} onChange={setTyped} />
      ) : (
        <TextInput {...of} placeholder={kindWords[kind].in} onChange={(event) => setTyped(event.currentTarget.value)} />
      )}
      <Button type="submit" variant="default" disabled={busy || typed.trim() === ''}>
        Say so
      </Button>
    </Form>
  );
}

interface ProductsProps extends Pick<OtherValueProps, 'partnerId' | 'environment'> {
  readonly of: { readonly value: string; readonly className: string };
  readonly onChange: (value: string) => void;
}

function Products({ partnerId, environment, of, onChange }: ProductsProps) {
  const [q] = useDebouncedValue(of.value.trim(), 300);
  const found = useProductsLike({ partnerId, environment, q }).data?.rows ?? [];
  const labels = new Map(found.flatMap(({ value, label }) => (value === undefined ? [] : [[value, label] as const])));
  return (
    <Autocomplete
      {...of}
      placeholder="A product by a part of its name or number"
      data={[...labels.keys()]}
      // What fits is what Odoo found, by its name too.
      filter={({ options }) => options}
      renderOption={({ option }) => labels.get(option.value) ?? option.value}
      onChange={onChange}
    />
  );
}
