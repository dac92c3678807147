import type { Capabilities } from './capabilities.ts';
import type { Specification } from './client.ts';

const address: Specification = {
  name: {},
  ref: {},
  street: {},
  street2: {},
  city: {},
  zip: {},
  state_id: { fields: { code: {} } },
  country_id: { fields: { code: {} } },
  phone: {},
  email: {},
  write_date: {},
};

/** The whole order in one tree: header, addresses, carrier, lines, as far as the Odoo has them. */
export const pickingSpecification = ({ delivery, sales }: Capabilities): Specification => ({
  name: {},
  state: {},
  write_date: {},
  scheduled_date: {},
  date_deadline: {},
  note: {},
  origin: {},
  picking_type_code: {},
  ...(delivery && { weight: {}, weight_uom_name: {}, carrier_id: { fields: { name: {} } } }),
  partner_id: { fields: address },
  company_id: { fields: { name: {}, partner_id: { fields: address } } },
  picking_type_id: { fields: { warehouse_id: { fields: { name: {}, code: {}, partner_id: { fields: address } } } } },
  ...(sales && { sale_id: { fields: { name: {}, client_order_ref: {}, write_date: {} } } }),
  move_ids: {
    fields: {
      state: {},
      write_date: {},
      product_uom_qty: {},
      quantity: {},
      ...(delivery && { weight: {} }),
      product_uom: { fields: { name: {} } },
      product_id: { fields: { name: {}, default_code: {}, barcode: {} } },
    },
  },
});

type Text = string | false;

export interface ReleasedAddress {
  readonly id: number;
  readonly name: Text;
  readonly ref: Text;
  readonly street: Text;
  readonly street2: Text;
  readonly city: Text;
  readonly zip: Text;
  readonly state_id: { readonly code: Text } | false;
  readonly country_id: { readonly code: Text } | false;
  readonly phone: Text;
  readonly email: Text;
  readonly write_date: string;
}

export interface ReleasedMove {
  readonly id: number;
  readonly state: string;
  readonly write_date: string;
  readonly product_uom_qty: number;
  readonly quantity: number;
  readonly weight?: number;
  readonly product_uom: { readonly id: number; readonly name: Text };
  readonly product_id: { readonly name: Text; readonly default_code: Text; readonly barcode: Text };
}

/** A transfer as `pickingSpecification` brings it. */
export interface ReleasedPicking {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly write_date: string;
  readonly scheduled_date: Text;
  readonly date_deadline: Text;
  readonly note: Text;
  readonly origin: Text;
  readonly picking_type_code: string;
  readonly weight?: number;
  readonly weight_uom_name?: Text;
  readonly partner_id: ReleasedAddress | false;
  readonly company_id: { readonly name: Text; readonly partner_id: ReleasedAddress | false } | false;
  readonly picking_type_id:
    | {
        readonly id: number;
        readonly warehouse_id:
          | { readonly name: Text; readonly code: Text; readonly partner_id: ReleasedAddress | false }
          | false;
      }
    | false;
  readonly carrier_id?: { readonly id: number; readonly name: Text } | false;
  readonly sale_id?: { readonly name: Text; readonly client_order_ref: Text; readonly write_date: string } | false;
  readonly move_ids: readonly ReleasedMove[];
}
