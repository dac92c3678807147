/** The parts of the canonical events that actions read; the schemas in `specs/events` are the truth. */

export interface Moment {
  readonly local: string;
  readonly zone?: string;
  /** ISO 8601. */
  readonly utc: string;
}

export interface Reference {
  readonly kind: string;
  readonly value: string;
}

export interface ProductName {
  readonly sku?: string;
  readonly gtin?: string;
  readonly vendorSku?: string;
  readonly description?: string;
}

export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly unitCode?: string;
}

export interface PackageName {
  readonly sscc: string;
  readonly tracking?: string;
}

export interface Carrier {
  readonly scac?: string;
  readonly name?: string;
}

export interface ShippedLine {
  readonly lineNumber?: string;
  readonly product: ProductName;
  readonly status?: string;
  readonly shipped: Quantity;
  readonly lots?: readonly { readonly lot: string; readonly quantity?: number }[];
  readonly serialNumbers?: readonly string[];
  readonly packages?: readonly PackageName[];
  /** Packages without a label. */
  readonly parcels?: readonly { readonly tracking?: string }[];
}

/** `warehouse-order.shipped.v1` */
export interface Shipped {
  readonly orderNumber: string;
  readonly reporting?: string;
  readonly shippedAt?: Moment;
  readonly trackingNumber?: string;
  readonly billOfLading?: string;
  readonly lines: readonly ShippedLine[];
  readonly references: readonly Reference[];
}

/** What a shipping advice says of one step of a route, and the whole of it: the carrier has its say at the last step only. */
export interface ShippedStep extends Shipped {
  readonly whole?: Shipped;
}

/** `shipment.milestone.v1` */
export interface Milestone {
  readonly shipmentId?: string;
  readonly carrierReference?: string;
  readonly carrier?: Carrier;
  readonly milestone: string;
  readonly statusCode: string;
  readonly reason?: { readonly code: string; readonly meaning: string };
  readonly at: Moment;
  readonly place?: {
    readonly name?: string;
    readonly city?: string;
    readonly state?: string;
    readonly country?: string;
  };
  readonly stop?: number;
  readonly proofOfDelivery?: { readonly signedBy?: string; readonly contentType?: string; readonly content?: string };
  readonly references: readonly Reference[];
}

export interface AnnouncedItem {
  readonly purchaseOrder?: string;
  /** The order's line number. */
  readonly lineNumber?: string;
  readonly product: ProductName;
  readonly quantity: Quantity;
  readonly lot?: string;
  readonly serialNumbers?: readonly string[];
  readonly package?: PackageName;
  readonly pallet?: PackageName;
}

/** `shipment.announced.v1` */
export interface Announced {
  readonly shipmentId: string;
  readonly purpose: string;
  readonly expectedAt?: Moment;
  readonly trackingNumber?: string;
  readonly billOfLading?: string;
  readonly items: readonly AnnouncedItem[];
  readonly references: readonly Reference[];
}

/** `tender.answered.v1` */
export interface Answered {
  readonly shipmentId: string;
  readonly carrier?: Carrier;
  readonly answer: string;
  readonly answerCode: string;
  readonly reason?: string;
  readonly at?: Moment;
  readonly references: readonly Reference[];
}
