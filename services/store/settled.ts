/** SQL: a person resolved the case of the delivery `v`, which came to nothing, and it has not failed again since. */
export const isSettled = `(exists (select from exception_case c where c.delivery_id = v.id and c.cause is not null)
  and not exists (select from exception_case c where c.delivery_id = v.id and c.state = 'open'))`;
