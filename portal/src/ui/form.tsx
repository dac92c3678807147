import type { ComponentPropsWithoutRef, FormEvent } from 'react';

type Props = Omit<ComponentPropsWithoutRef<'form'>, 'onSubmit'> & {
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * A form that is submitted by itself alone. React lets the event of a form in a dialog rise to the form that the dialog was opened from: without this, saving
 * in the dialog would send the page below it as well.
 */
export function Form({ onSubmit, ...props }: Props) {
  return (
    <form
      {...props}
      onSubmit={(event) => {
        event.stopPropagation();
        if (event.target === event.currentTarget) onSubmit(event);
      }}
    />
  );
}
