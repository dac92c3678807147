// Made by `npm run generate` from specs/events. Do not edit.
type components = {
    schemas: {
        /** @description A point in time with the origin of its zone, since X12 times are local to the place of the event unless a time code says otherwise. */
        readonly Moment: {
            /** @description Date and, where known, time as written at the place of the event, ISO 8601 without offset. */
            readonly local: string;
            /** @description IANA zone or UTC offset that was applied, such as `America/Chicago` or `-05:00`. */
            readonly zone?: string;
            /**
             * @description Where the zone came from, in the order they are tried.
             * @enum {string}
             */
            readonly zoneOrigin: "document" | "place" | "partner" | "assumed-utc";
            /**
             * Format: date-time
             * @description The instant in UTC.
             */
            readonly utc: string;
        };
        readonly Reference: {
            /**
             * @description What the number refers to.
             * @enum {string}
             */
            readonly kind: "bill-of-lading" | "master-bill-of-lading" | "purchase-order" | "carrier-pro" | "shipment-id" | "stop-number" | "appointment-number" | "delivery-order" | "pickup-number" | "seal" | "vendor-order" | "load-plan" | "tracking-number" | "equipment" | "depositor-order" | "customer-order" | "invoice" | "freight-bill" | "booking" | "ship-notice" | "packing-list" | "release" | "contract" | "department" | "store" | "vendor-number" | "receipt" | "return-authorization" | "route" | "dock" | "lot" | "serial-number" | "line-item" | "other";
            /** @description The X12 qualifier as received. */
            readonly qualifier?: string;
            readonly value: string;
            /** @description What the document says of the number in words. */
            readonly description?: string;
        };
        readonly Party: {
            /**
             * @description The party's part in the movement.
             * @enum {string}
             */
            readonly role: "ship-from" | "ship-to" | "shipper" | "consignee" | "bill-to" | "carrier" | "warehouse" | "depositor" | "ultimate-consignee" | "mark-for" | "seller" | "buyer" | "vendor" | "remit-to" | "notify" | "broker" | "other";
            readonly name?: string;
            readonly id?: string;
            readonly idQualifier?: string;
            readonly address?: components["schemas"]["Address"];
            readonly contact?: {
                readonly name?: string;
                readonly phone?: string;
                readonly email?: string;
            };
            /** @description The rest of a name that one line does not hold. */
            readonly additionalName?: string;
        };
        readonly Address: {
            readonly street?: string;
            readonly street2?: string;
            readonly city?: string;
            readonly state?: string;
            readonly postalCode?: string;
            readonly country?: string;
        };
        readonly Place: {
            readonly name?: string;
            readonly city?: string;
            readonly state?: string;
            readonly country?: string;
            readonly postalCode?: string;
            readonly latitude?: number;
            readonly longitude?: number;
        };
        /** @description How the document names the product; at least one of sku, gtin, vendorSku is there. */
        readonly Product: {
            /** @description The depositor's or buyer's own product number. */
            readonly sku?: string;
            /** @description GTIN-8, -12, -13 or -14 with its check digit. */
            readonly gtin?: string;
            readonly vendorSku?: string;
            readonly description?: string;
        };
        /**
         * @description Canonical unit of measure.
         * @enum {string}
         */
        readonly Unit: "each" | "case" | "pallet" | "carton" | "dozen" | "pound" | "kilogram" | "pack" | "box" | "bag" | "bundle" | "drum" | "roll" | "set" | "pair" | "gallon" | "liter" | "ounce" | "gram" | "ton" | "foot" | "meter" | "cubic-foot" | "cubic-meter" | "unknown";
        readonly Quantity: {
            /** @description Amount in the unit. */
            readonly value: number;
            readonly unit: components["schemas"]["Unit"];
            /** @description The X12 unit code as received (list 355). */
            readonly unitCode?: string;
        };
        readonly Carrier: {
            /** @description Standard carrier alpha code. */
            readonly scac?: string;
            readonly name?: string;
            /**
             * @description How it moves; `motor` where the document does not say whether it is a full truckload.
             * @enum {string}
             */
            readonly mode?: "truckload" | "motor" | "less-than-truckload" | "parcel" | "rail" | "ocean" | "air" | "other";
        };
        readonly Weight: {
            /** @description Amount. */
            readonly value: number;
            /**
             * @description Unit.
             * @enum {string}
             */
            readonly unit: "pound" | "kilogram";
            /** @description Which weight it is, as received (X12 list 187), such as G for gross. */
            readonly qualifier?: string;
        };
        readonly Package: {
            /** @description Serial shipping container code, 18 digits. */
            readonly sscc: string;
            /**
             * @description What it is.
             * @enum {string}
             */
            readonly kind?: "pallet" | "carton" | "parcel" | "other";
            readonly tracking?: string;
            /** @description Last serial shipping container code of a range that begins with `sscc`: the packages between them are meant too. */
            readonly through?: string;
            /** @description Last number of a range that begins with `tracking`: the package holds parcels with these numbers. */
            readonly trackingThrough?: string;
        };
        /** @description A package that carries a tracking number and no serial shipping container code. */
        readonly Parcel: {
            readonly tracking: string;
            /** @description Last number of a range that begins with `tracking`. */
            readonly through?: string;
        };
        /**
         * @description What happened to a shipment.
         * @enum {string}
         */
        readonly Milestone: "arrived-at-pickup" | "loaded" | "departed-pickup" | "en-route" | "arrived-at-terminal" | "departed-terminal" | "estimated-delivery" | "arrived-at-delivery" | "delivered" | "departed-delivery" | "delayed" | "delivery-attempted" | "not-completed" | "refused" | "damaged" | "returned" | "cancelled" | "reconsigned" | "interline-out" | "interline-in" | "gate-in" | "gate-out" | "acknowledged" | "pickup-appointment" | "delivery-appointment" | "estimated-delivery-appointment" | "appointment-secured" | "available-for-delivery" | "diverted" | "arrived-at-delivery-dock" | "arrived-at-pickup-dock" | "loading" | "trailer-spotted" | "estimated-terminal-arrival" | "estimated-terminal-departure" | "in-storage" | "tendered-for-delivery" | "arrived-at-customs" | "held-at-customs" | "arrived-at-ramp" | "departed-ramp" | "delivery-window" | "pickup-window" | "other";
        /**
         * @description Canonical reason of a milestone or an appointment.
         * @enum {string}
         */
        readonly ReasonMeaning: "normal" | "normal-appointment" | "accident" | "mechanical" | "weather" | "shipper" | "consignee" | "other-carrier" | "previous-stop" | "missed-pickup" | "missed-delivery" | "keying-error" | "driver" | "dispatch" | "equipment" | "address" | "recipient-unavailable" | "consignee-closed" | "refused" | "shortage" | "damage" | "customs" | "paperwork" | "held" | "road" | "strike" | "appointment-needed" | "reconsigned" | "returned" | "not-enough-time" | "customer-request" | "other";
        /** @description Why something happened or was put off. */
        readonly Reason: {
            /** @description The X12 reason code as received (list 1651). */
            readonly code: string;
            readonly meaning: components["schemas"]["ReasonMeaning"];
        };
        /** @description An amount of money. */
        readonly Money: {
            /** @description Amount in the currency, not in its cents. */
            readonly value: number;
            /** @description ISO 4217, such as USD. */
            readonly currency: string;
        };
        /**
         * @description What a charge is for.
         * @enum {string}
         */
        readonly ChargeKind: "freight" | "fuel" | "accessorial" | "detention" | "layover" | "stop-off" | "liftgate" | "inside-delivery" | "residential" | "loading" | "unloading" | "lumper" | "redelivery" | "reconsignment" | "storage" | "handling" | "pickup" | "delivery" | "minimum" | "discount" | "allowance" | "tax" | "duty" | "insurance" | "hazardous" | "packaging" | "other";
        /** @description Something that is charged; an allowance or a discount is negative. */
        readonly Charge: {
            readonly lineNumber?: string;
            readonly kind: components["schemas"]["ChargeKind"];
            /** @description The code as received, such as X12 list 150 or 1300. */
            readonly code?: string;
            readonly description?: string;
            readonly amount: components["schemas"]["Money"];
            readonly rate?: {
                /** @description Amount per unit of the basis. */
                readonly value: number;
                /** @description What the rate is per, as received (X12 list 122). */
                readonly basis?: string;
            };
        };
        /**
         * @description Condition in which goods were received.
         * @enum {string}
         */
        readonly Condition: "good" | "damaged" | "short" | "over" | "rejected" | "hold" | "wrong-item" | "expired" | "other";
        /**
         * @description Why a stock was adjusted.
         * @enum {string}
         */
        readonly AdjustmentReason: "cycle-count" | "damaged" | "found" | "expired" | "hold" | "released" | "scrapped" | "returned" | "receipt-corrected" | "shipment-corrected" | "quality" | "reclassified" | "kitting" | "sample" | "lost" | "renumbered" | "recalled" | "reworked" | "transferred" | "booking" | "donated" | "other";
        /**
         * @description In which state a quantity is.
         * @enum {string}
         */
        readonly InventoryState: "on-hand" | "available" | "on-hold" | "damaged" | "allocated" | "in-transit" | "on-order" | "backordered" | "quarantine" | "other";
        /**
         * @description What went wrong with a shipment.
         * @enum {string}
         */
        readonly ExceptionKind: "delay" | "damage" | "refusal" | "attempt-failed" | "not-completed" | "return" | "cancellation" | "reconsignment" | "shortage" | "overage" | "loss" | "hold" | "other";
        /** @description Dangerous goods. */
        readonly Hazard: {
            /** @description UN or NA number, such as UN1993. */
            readonly id: string;
            /** @description Proper shipping name. */
            readonly name?: string;
            readonly hazardClass?: string;
            readonly packingGroup?: string;
            readonly emergencyPhone?: string;
        };
        /** @description A line of what a warehouse received. */
        readonly ReceivedLine: {
            readonly lineNumber?: string;
            readonly product: components["schemas"]["Product"];
            readonly expected?: components["schemas"]["Quantity"];
            readonly received: components["schemas"]["Quantity"];
            /** @description Received less expected. */
            readonly difference?: number;
            readonly conditions?: readonly {
                readonly condition: components["schemas"]["Condition"];
                /** @description The X12 condition code as received (list 412). */
                readonly conditionCode?: string;
                /** @description In the unit of `received`. */
                readonly quantity?: number;
                /** @description Code of the damage as received. */
                readonly reasonCode?: string;
                readonly description?: string;
            }[];
            readonly lots?: readonly {
                readonly lot: string;
                readonly quantity?: number;
                readonly expiresAt?: components["schemas"]["Moment"];
            }[];
            readonly serialNumbers?: readonly string[];
            readonly packages?: readonly components["schemas"]["Package"][];
            readonly references?: readonly components["schemas"]["Reference"][];
        };
        /** @description When and how an invoice is to be paid. */
        readonly PaymentTerms: {
            readonly netDays?: number;
            readonly discountPercent?: number;
            readonly discountDays?: number;
            readonly dueAt?: components["schemas"]["Moment"];
            readonly description?: string;
        };
        /** @description What is carried, as freight papers put it. */
        readonly FreightItem: {
            readonly lineNumber?: string;
            readonly description?: string;
            readonly product?: components["schemas"]["Product"];
            readonly quantity?: components["schemas"]["Quantity"];
            readonly weight?: components["schemas"]["Weight"];
            /** @description Class by which freight is rated, such as 70. */
            readonly freightClass?: string;
            /** @description NMFC number. */
            readonly commodityCode?: string;
            readonly hazard?: components["schemas"]["Hazard"];
            readonly references?: readonly components["schemas"]["Reference"][];
        };
        /** We issue a bill of lading to a carrier (becomes an X12 211). */
        readonly "bill-of-lading.issued.v1": {
            /** @description Number of the bill of lading. */
            readonly billOfLading: string;
            readonly shipmentId?: string;
            /** @description Id of the stock.picking in Odoo. */
            readonly recordId?: number;
            /**
             * @description What the document does.
             * @enum {string}
             */
            readonly purpose: "original" | "cancel" | "change" | "replace";
            readonly issuedAt: components["schemas"]["Moment"];
            readonly shippedAt?: components["schemas"]["Moment"];
            readonly carrier: components["schemas"]["Carrier"];
            /**
             * @description Who pays the freight.
             * @enum {string}
             */
            readonly payment?: "prepaid" | "collect" | "third-party";
            readonly equipment?: string;
            readonly instructions?: string;
            readonly declaredValue?: components["schemas"]["Money"];
            readonly items: readonly {
                readonly lineNumber?: string;
                readonly description: string;
                readonly product?: components["schemas"]["Product"];
                readonly quantity: components["schemas"]["Quantity"];
                readonly weight?: components["schemas"]["Weight"];
                /** @description Class by which freight is rated, such as 70. */
                readonly freightClass?: string;
                /** @description NMFC number. */
                readonly commodityCode?: string;
                readonly hazard?: components["schemas"]["Hazard"];
                readonly references?: readonly components["schemas"]["Reference"][];
            }[];
            readonly totals?: {
                readonly units: number;
                readonly weight?: components["schemas"]["Weight"];
                readonly packages?: number;
            };
            /** @description Seals and orders too. */
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties: readonly components["schemas"]["Party"][];
        };
        /** An appointment at a dock is requested, estimated or made (X12 214). */
        readonly "dock-appointment.scheduled.v1": {
            /** @description The shipper's shipment id. */
            readonly shipmentId?: string;
            /** @description The carrier's own number, usually the PRO. */
            readonly carrierReference?: string;
            readonly carrier?: components["schemas"]["Carrier"];
            /**
             * @description For what.
             * @enum {string}
             */
            readonly appointment: "pickup" | "delivery";
            /**
             * @description How firm it is.
             * @enum {string}
             */
            readonly status: "requested" | "estimated" | "scheduled" | "confirmed" | "cancelled";
            /** @description The X12 status (list 1650) or appointment (list 1652) code as received. */
            readonly statusCode?: string;
            readonly at: components["schemas"]["Moment"];
            readonly until?: components["schemas"]["Moment"];
            readonly appointmentNumber?: string;
            readonly dock?: string;
            readonly reason?: components["schemas"]["Reason"];
            readonly place?: components["schemas"]["Place"];
            /** @description Stop number that the 204 gave (S5-01). */
            readonly stop?: number;
            readonly equipment?: string;
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** A partner acknowledges what we sent (X12 997 or 999). */
        readonly "document.acknowledged.v1": {
            /** @description GS06 of our group (AK1-02). */
            readonly groupControl: string;
            /** @description GS01 of our group (AK1-01). */
            readonly functionalId: string;
            /**
             * @description Answer to the group.
             * @enum {string}
             */
            readonly status: "accepted" | "accepted-with-errors" | "partially-accepted" | "rejected";
            readonly statusCode: string;
            /** @description Why the group is not accepted as it is (AK905 to AK909), such as 5 for a wrong count of sets. */
            readonly errorCodes?: readonly string[];
            readonly sets: readonly {
                readonly set: string;
                readonly control: string;
                readonly statusCode: string;
                /**
                 * @description Answer to the set.
                 * @enum {string}
                 */
                readonly status: "accepted" | "accepted-with-errors" | "rejected";
                /** @description Why the set is not accepted as it is (AK502 to AK506, IK502 to IK506), such as 3 for control numbers that differ. */
                readonly errorCodes?: readonly string[];
                readonly errors?: readonly {
                    readonly segment?: string;
                    readonly position?: number;
                    readonly segmentError?: string;
                    readonly element?: number;
                    readonly elementError?: string;
                    readonly said?: string;
                }[];
            }[];
            readonly counts?: {
                readonly included?: number;
                readonly received?: number;
                readonly accepted?: number;
            };
        };
        /** A partner tells what its application made of a document that we sent (X12 824). */
        readonly "document.advised.v1": {
            readonly adviceNumber?: string;
            readonly advisedAt?: components["schemas"]["Moment"];
            /**
             * @description What the advice does.
             * @enum {string}
             */
            readonly purpose?: "original" | "replace" | "other";
            /** @description Transaction set that it speaks of, such as 204. */
            readonly set?: string;
            /**
             * @description What became of the document.
             * @enum {string}
             */
            readonly status: "accepted" | "accepted-with-errors" | "rejected" | "other";
            /** @description The X12 code as received (list 110). */
            readonly statusCode: string;
            readonly reference?: components["schemas"]["Reference"];
            /** @description GS06 of our group. */
            readonly groupControl?: string;
            /** @description ST02 of our set. */
            readonly control?: string;
            readonly errors?: readonly {
                /** @description The X12 code as received (list 647). */
                readonly code?: string;
                readonly description?: string;
                readonly segment?: string;
                readonly position?: number;
                readonly element?: number;
                readonly said?: string;
                readonly expected?: string;
            }[];
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** A carrier invoices freight (X12 210). */
        readonly "freight.invoiced.v1": {
            readonly invoiceNumber: string;
            /** @description The shipper's shipment id. */
            readonly shipmentId?: string;
            /** @description The carrier's own number, usually the PRO. */
            readonly carrierReference?: string;
            readonly carrier?: components["schemas"]["Carrier"];
            /**
             * @description What the invoice does.
             * @enum {string}
             */
            readonly purpose?: "original" | "balance-due" | "correction" | "cancel" | "rebill" | "duplicate" | "other";
            /**
             * @description Who pays the freight.
             * @enum {string}
             */
            readonly payment?: "prepaid" | "collect" | "third-party";
            readonly invoicedAt?: components["schemas"]["Moment"];
            readonly dueAt?: components["schemas"]["Moment"];
            readonly shippedAt?: components["schemas"]["Moment"];
            readonly deliveredAt?: components["schemas"]["Moment"];
            readonly total: components["schemas"]["Money"];
            readonly charges: readonly components["schemas"]["Charge"][];
            readonly items?: readonly components["schemas"]["FreightItem"][];
            readonly stops?: readonly {
                readonly sequence: number;
                /**
                 * @description What happened at the stop.
                 * @enum {string}
                 */
                readonly action?: "load" | "unload" | "part-load" | "part-unload";
                readonly at?: components["schemas"]["Moment"];
                readonly party?: components["schemas"]["Party"];
                readonly weight?: components["schemas"]["Weight"];
                readonly units?: number;
                readonly references?: readonly components["schemas"]["Reference"][];
            }[];
            readonly equipment?: string;
            readonly totals?: {
                readonly units?: number;
                readonly weight?: components["schemas"]["Weight"];
                readonly packages?: number;
            };
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** A warehouse corrects its stock or the state of it (X12 947). */
        readonly "inventory.adjusted.v1": {
            /** @description The warehouse's number of the adjustment. */
            readonly adjustmentNumber?: string;
            readonly adjustedAt: components["schemas"]["Moment"];
            readonly lines: readonly {
                readonly lineNumber?: string;
                readonly product: components["schemas"]["Product"];
                readonly reason: components["schemas"]["AdjustmentReason"];
                /** @description The X12 reason code as received (list 181). */
                readonly reasonCode?: string;
                readonly change: components["schemas"]["Quantity"];
                readonly lot?: string;
                readonly expiresAt?: components["schemas"]["Moment"];
                readonly location?: string;
                readonly fromState?: components["schemas"]["InventoryState"];
                readonly toState?: components["schemas"]["InventoryState"];
                readonly description?: string;
                /** @description Serial numbers of the goods. */
                readonly serialNumbers?: readonly string[];
                readonly references?: readonly components["schemas"]["Reference"][];
            }[];
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
            /** @description What the document says in words. */
            readonly notes?: readonly string[];
        };
        /** A warehouse says what it holds (X12 846). */
        readonly "inventory.snapshot.v1": {
            readonly snapshotNumber?: string;
            /**
             * @description What the snapshot does.
             * @enum {string}
             */
            readonly purpose?: "original" | "change" | "replace" | "other";
            /**
             * @description Whether what is not named is unchanged or nothing.
             * @enum {string}
             */
            readonly scope?: "full" | "changes";
            readonly asOf: components["schemas"]["Moment"];
            readonly items: readonly {
                readonly lineNumber?: string;
                readonly product: components["schemas"]["Product"];
                readonly lot?: string;
                readonly expiresAt?: components["schemas"]["Moment"];
                readonly location?: string;
                readonly levels: readonly {
                    readonly state: components["schemas"]["InventoryState"];
                    /** @description The X12 code as received (list 673). */
                    readonly stateCode?: string;
                    readonly quantity: components["schemas"]["Quantity"];
                }[];
            }[];
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** A supplier or warehouse invoices goods or services (X12 810). */
        readonly "invoice.issued.v1": {
            readonly invoiceNumber: string;
            /**
             * @description What it is.
             * @enum {string}
             */
            readonly kind: "invoice" | "credit-note" | "debit-note" | "other";
            readonly invoicedAt: components["schemas"]["Moment"];
            readonly purchaseOrder?: string;
            readonly orderedAt?: components["schemas"]["Moment"];
            readonly shippedAt?: components["schemas"]["Moment"];
            readonly shipmentId?: string;
            readonly billOfLading?: string;
            readonly carrier?: components["schemas"]["Carrier"];
            readonly terms?: components["schemas"]["PaymentTerms"];
            readonly total: components["schemas"]["Money"];
            readonly lines: readonly {
                readonly lineNumber?: string;
                readonly product?: components["schemas"]["Product"];
                /** @description For services, which have no product number. */
                readonly description?: string;
                readonly purchaseOrder?: string;
                readonly quantity: components["schemas"]["Quantity"];
                readonly unitPrice?: components["schemas"]["Money"];
                readonly amount?: components["schemas"]["Money"];
                readonly charges?: readonly components["schemas"]["Charge"][];
                /** @description What the unit price is per, as received (X12 list 639), such as HP for a hundred; per unit where it is absent. */
                readonly priceBasis?: string;
            }[];
            readonly charges?: readonly components["schemas"]["Charge"][];
            readonly totals?: {
                readonly lines?: number;
                readonly units?: number;
                readonly weight?: components["schemas"]["Weight"];
            };
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** We answer a purchase order (becomes an X12 855). */
        readonly "purchase-order.answered.v1": {
            /** @description The buyer's order number. */
            readonly orderNumber: string;
            /** @description Id of the sale.order in Odoo. */
            readonly recordId?: number;
            /** @description Name of our sales order. */
            readonly sellerOrderNumber?: string;
            /**
             * @description What the document does.
             * @enum {string}
             */
            readonly purpose: "original" | "change" | "replace";
            /**
             * @description The answer to the order.
             * @enum {string}
             */
            readonly answer: "accepted" | "accepted-with-changes" | "acknowledged" | "rejected";
            readonly orderedAt?: components["schemas"]["Moment"];
            readonly answeredAt: components["schemas"]["Moment"];
            readonly lines?: readonly {
                readonly lineNumber: string;
                readonly product: components["schemas"]["Product"];
                /**
                 * @description What becomes of the line.
                 * @enum {string}
                 */
                readonly answer: "accepted" | "quantity-changed" | "price-changed" | "date-changed" | "backordered" | "substituted" | "rejected";
                readonly ordered?: components["schemas"]["Quantity"];
                readonly quantity: components["schemas"]["Quantity"];
                readonly unitPrice?: components["schemas"]["Money"];
                readonly shipAt?: components["schemas"]["Moment"];
                readonly deliverAt?: components["schemas"]["Moment"];
                readonly substitute?: components["schemas"]["Product"];
                readonly reason?: string;
            }[];
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** A buyer places an order (X12 850). */
        readonly "purchase-order.placed.v1": {
            /** @description The buyer's order number. */
            readonly orderNumber: string;
            readonly releaseNumber?: string;
            /**
             * @description What the document does.
             * @enum {string}
             */
            readonly purpose: "original" | "cancel" | "change" | "replace" | "confirmation" | "other";
            /**
             * @description What sort of order it is.
             * @enum {string}
             */
            readonly kind?: "stand-alone" | "new" | "blanket" | "release" | "dropship" | "replenishment" | "other";
            readonly orderedAt?: components["schemas"]["Moment"];
            readonly requestedShipAt?: components["schemas"]["Moment"];
            readonly requestedDeliveryAt?: components["schemas"]["Moment"];
            readonly cancelAfter?: components["schemas"]["Moment"];
            /** @description ISO 4217, such as USD. */
            readonly currency?: string;
            readonly carrier?: components["schemas"]["Carrier"];
            /**
             * @description Who pays the freight.
             * @enum {string}
             */
            readonly payment?: "prepaid" | "collect" | "third-party";
            readonly terms?: components["schemas"]["PaymentTerms"];
            readonly instructions?: string;
            readonly lines: readonly {
                readonly lineNumber?: string;
                readonly product: components["schemas"]["Product"];
                readonly quantity: components["schemas"]["Quantity"];
                readonly unitPrice?: components["schemas"]["Money"];
                readonly amount?: components["schemas"]["Money"];
                readonly requestedDeliveryAt?: components["schemas"]["Moment"];
                readonly destinations?: readonly {
                    /** @description Store or site as the buyer numbers it. */
                    readonly id: string;
                    readonly quantity: number;
                }[];
                readonly references?: readonly components["schemas"]["Reference"][];
                /** @description What the unit price is per, as received (X12 list 639), such as HP for a hundred; per unit where it is absent. */
                readonly priceBasis?: string;
            }[];
            readonly charges?: readonly components["schemas"]["Charge"][];
            readonly totals?: {
                readonly lines?: number;
                readonly units?: number;
                readonly amount?: components["schemas"]["Money"];
            };
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** A warehouse has received goods (X12 944). */
        readonly "receipt.confirmed.v1": {
            /** @description The warehouse's number of the receipt. */
            readonly receiptNumber: string;
            /** @description The depositor's order number: the Odoo transfer's name. */
            readonly orderNumber?: string;
            readonly purchaseOrder?: string;
            readonly shipmentId?: string;
            /**
             * @description How the document reports.
             * @enum {string}
             */
            readonly reporting?: "full" | "original" | "no-exceptions" | "exceptions-only" | "other";
            readonly receivedAt?: components["schemas"]["Moment"];
            readonly carrier?: components["schemas"]["Carrier"];
            readonly equipment?: string;
            readonly seal?: string;
            readonly trackingNumber?: string;
            readonly billOfLading?: string;
            readonly lines: readonly components["schemas"]["ReceivedLine"][];
            readonly totals?: {
                readonly units?: number;
                readonly weight?: components["schemas"]["Weight"];
                readonly packages?: number;
            };
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
            /** @description What the document says in words. */
            readonly notes?: readonly string[];
        };
        /** We tell a warehouse what will come (becomes an X12 943). */
        readonly "receipt.expected.v1": {
            /** @description Name of the Odoo transfer, such as WH/IN/00012. */
            readonly orderNumber: string;
            /** @description Id of the stock.picking in Odoo. */
            readonly recordId?: number;
            /**
             * @description What the notice does.
             * @enum {string}
             */
            readonly purpose: "original" | "cancel" | "change" | "replace";
            readonly purchaseOrder?: string;
            readonly shipmentId?: string;
            readonly shippedAt?: components["schemas"]["Moment"];
            readonly expectedAt?: components["schemas"]["Moment"];
            readonly carrier?: components["schemas"]["Carrier"];
            readonly equipment?: string;
            readonly seal?: string;
            readonly trackingNumber?: string;
            readonly billOfLading?: string;
            readonly instructions?: string;
            readonly lines: readonly {
                readonly lineNumber: string;
                readonly product: components["schemas"]["Product"];
                readonly quantity: components["schemas"]["Quantity"];
                readonly lot?: string;
                readonly expiresAt?: components["schemas"]["Moment"];
                readonly weight?: components["schemas"]["Weight"];
                readonly packages?: readonly components["schemas"]["Package"][];
            }[];
            readonly totals: {
                readonly units: number;
                readonly weight?: components["schemas"]["Weight"];
                readonly packages?: number;
            };
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** A warehouse has received a return (X12 944 for returns). */
        readonly "return.received.v1": {
            /** @description The warehouse's number of the receipt. */
            readonly receiptNumber: string;
            /** @description The depositor's order number: the Odoo transfer's name. */
            readonly orderNumber?: string;
            readonly purchaseOrder?: string;
            readonly shipmentId?: string;
            /** @description Number under which the return was allowed. */
            readonly returnAuthorization?: string;
            readonly customerOrder?: string;
            readonly receivedAt?: components["schemas"]["Moment"];
            readonly carrier?: components["schemas"]["Carrier"];
            readonly trackingNumber?: string;
            readonly reason?: string;
            readonly reasonCode?: string;
            readonly lines: readonly components["schemas"]["ReceivedLine"][];
            readonly totals?: {
                readonly units?: number;
                readonly weight?: components["schemas"]["Weight"];
                readonly packages?: number;
            };
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
            /** @description What the document says in words. */
            readonly notes?: readonly string[];
        };
        /** A supplier or warehouse announces what is on its way (X12 856 advance ship notice). */
        readonly "shipment.announced.v1": {
            /** @description Number of the notice, new for every re-send (BSN-02). */
            readonly shipmentId: string;
            /**
             * @description What the notice does.
             * @enum {string}
             */
            readonly purpose: "original" | "cancel" | "replace" | "other";
            /**
             * @description Order of the HL levels.
             * @enum {string}
             */
            readonly structure?: "SOPI" | "SOIP" | "SPOI" | "SOI" | "SOTPI" | "SOTI" | "other";
            readonly createdAt?: components["schemas"]["Moment"];
            readonly shippedAt?: components["schemas"]["Moment"];
            readonly expectedAt?: components["schemas"]["Moment"];
            readonly carrier?: components["schemas"]["Carrier"];
            readonly trackingNumber?: string;
            readonly billOfLading?: string;
            readonly items: readonly {
                readonly purchaseOrder?: string;
                readonly lineNumber?: string;
                readonly product: components["schemas"]["Product"];
                readonly quantity: components["schemas"]["Quantity"];
                readonly lot?: string;
                readonly package?: components["schemas"]["Package"];
                readonly pallet?: components["schemas"]["Package"];
                /** @description All labels of the packages that hold the item, or that the item is split into; `package` is the first of them. */
                readonly packages?: readonly components["schemas"]["Package"][];
                readonly parcels?: readonly components["schemas"]["Parcel"][];
                /** @description Serial numbers of the goods. */
                readonly serialNumbers?: readonly string[];
                readonly references?: readonly components["schemas"]["Reference"][];
            }[];
            readonly weight?: components["schemas"]["Weight"];
            readonly references: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
            /** @description How many packages are on their way. */
            readonly packageCount?: number;
            /** @description Number of the trailer or container. */
            readonly equipment?: string;
            readonly seal?: string;
        };
        /** A shipment was delivered: proof of delivery (X12 214). */
        readonly "shipment.delivered.v1": {
            /** @description The shipper's shipment id. */
            readonly shipmentId?: string;
            /** @description The carrier's own number, usually the PRO. */
            readonly carrierReference?: string;
            readonly carrier?: components["schemas"]["Carrier"];
            readonly at: components["schemas"]["Moment"];
            /** @description Who signed for it. */
            readonly signedBy?: string;
            /** @description What the carrier says of it in words. */
            readonly remark?: string;
            readonly place?: components["schemas"]["Place"];
            /** @description Stop number that the 204 gave (S5-01). */
            readonly stop?: number;
            readonly equipment?: string;
            /** @description Pieces delivered. */
            readonly pieces?: number;
            readonly weight?: components["schemas"]["Weight"];
            readonly exceptions?: readonly {
                readonly kind: components["schemas"]["ExceptionKind"];
                /** @description Code as received. */
                readonly code?: string;
                readonly pieces?: number;
                readonly description?: string;
            }[];
            /** @description The signed paper. */
            readonly document?: {
                readonly contentType?: string;
                /** @description Base64 of the image or PDF. */
                readonly content: string;
            };
            /** @description The signed paper as a file that was sent before, in place of `document`. */
            readonly documentId?: string;
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** A carrier estimates when a shipment arrives (X12 214). */
        readonly "shipment.eta.v1": {
            /** @description The shipper's shipment id. */
            readonly shipmentId?: string;
            /** @description The carrier's own number, usually the PRO. */
            readonly carrierReference?: string;
            readonly carrier?: components["schemas"]["Carrier"];
            /**
             * @description What is estimated.
             * @enum {string}
             */
            readonly target: "pickup" | "terminal" | "delivery";
            readonly estimatedAt: components["schemas"]["Moment"];
            /** @description The X12 status (list 1650) or appointment (list 1652) code as received. */
            readonly statusCode?: string;
            readonly reason?: components["schemas"]["Reason"];
            readonly place?: components["schemas"]["Place"];
            /** @description Stop number that the 204 gave (S5-01). */
            readonly stop?: number;
            readonly equipment?: string;
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** A carrier reports that something went wrong with a shipment (X12 214). */
        readonly "shipment.exception.v1": {
            /** @description The shipper's shipment id. */
            readonly shipmentId?: string;
            /** @description The carrier's own number, usually the PRO. */
            readonly carrierReference?: string;
            readonly carrier?: components["schemas"]["Carrier"];
            readonly kind: components["schemas"]["ExceptionKind"];
            readonly milestone?: components["schemas"]["Milestone"];
            /** @description The X12 status (list 1650) or appointment (list 1652) code as received. */
            readonly statusCode?: string;
            readonly reason?: components["schemas"]["Reason"];
            readonly at: components["schemas"]["Moment"];
            readonly place?: components["schemas"]["Place"];
            /** @description Stop number that the 204 gave (S5-01). */
            readonly stop?: number;
            readonly equipment?: string;
            /** @description How many pieces it concerns. */
            readonly pieces?: number;
            readonly description?: string;
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
        };
        /** A carrier reports a milestone of a shipment (X12 214). */
        readonly "shipment.milestone.v1": {
            /** @description The shipper's shipment id (B10-02). */
            readonly shipmentId?: string;
            /** @description The carrier's own number, usually the PRO (B10-01). */
            readonly carrierReference?: string;
            readonly carrier?: components["schemas"]["Carrier"];
            readonly milestone: components["schemas"]["Milestone"];
            /** @description The X12 status (list 1650) or appointment (list 1652) code as received. */
            readonly statusCode: string;
            readonly reason?: components["schemas"]["Reason"];
            readonly at: components["schemas"]["Moment"];
            readonly place?: components["schemas"]["Place"];
            /** @description Stop number that the 204 gave (S5-01), quoted by the carrier in L11 QN. */
            readonly stop?: number;
            readonly equipment?: string;
            readonly proofOfDelivery?: {
                readonly signedBy?: string;
                readonly contentType?: string;
                /** @description Base64 of the image or PDF. */
                readonly content?: string;
                /** @description The image or PDF as a file that was sent before, in place of `content`. */
                readonly documentId?: string;
            };
            readonly weight?: components["schemas"]["Weight"];
            readonly references: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
            readonly pieces?: number;
            /** @description What the carrier says in words, or who signed. */
            readonly remark?: string;
        };
        /** Odoo offers a load to a carrier (becomes an X12 204). */
        readonly "shipment.tendered.v1": {
            readonly shipmentId: string;
            readonly recordId?: number;
            /**
             * @description What the tender does.
             * @enum {string}
             */
            readonly purpose: "original" | "cancel" | "change" | "replace";
            readonly carrier: components["schemas"]["Carrier"];
            /**
             * @description Who pays the freight.
             * @enum {string}
             */
            readonly payment?: "prepaid" | "collect" | "third-party";
            readonly respondBy?: components["schemas"]["Moment"];
            readonly equipment?: string;
            readonly instructions?: string;
            readonly stops: readonly {
                readonly sequence: number;
                /**
                 * @description What happens at the stop.
                 * @enum {string}
                 */
                readonly action: "load" | "unload" | "part-load" | "part-unload";
                readonly earliest?: components["schemas"]["Moment"];
                readonly latest?: components["schemas"]["Moment"];
                readonly party: components["schemas"]["Party"];
                readonly references?: readonly components["schemas"]["Reference"][];
                readonly weight?: components["schemas"]["Weight"];
                readonly units?: number;
                readonly instructions?: string;
                readonly items?: readonly components["schemas"]["FreightItem"][];
            }[];
            readonly totals?: {
                readonly weight?: components["schemas"]["Weight"];
                readonly units?: number;
            };
            readonly parties?: readonly components["schemas"]["Party"][];
            readonly references: readonly components["schemas"]["Reference"][];
        };
        /** A carrier answers a load tender (X12 990). */
        readonly "tender.answered.v1": {
            /** @description The shipment id of the tender (B1-02). */
            readonly shipmentId: string;
            readonly carrier?: components["schemas"]["Carrier"];
            /**
             * @description The carrier's answer.
             * @enum {string}
             */
            readonly answer: "accepted" | "declined" | "conditional" | "counter" | "changed" | "other";
            readonly answerCode: string;
            readonly reason?: string;
            readonly at?: components["schemas"]["Moment"];
            readonly pickupAt?: components["schemas"]["Moment"];
            readonly deliveryAt?: components["schemas"]["Moment"];
            readonly equipment?: string;
            readonly stops?: readonly {
                /** @description Stop number of the tender (S5-01). */
                readonly sequence: number;
                readonly plannedAt?: components["schemas"]["Moment"];
                readonly remark?: string;
                readonly references?: readonly components["schemas"]["Reference"][];
            }[];
            readonly references: readonly components["schemas"]["Reference"][];
        };
        /** A warehouse order is cancelled: by the warehouse (X12 945 with nothing shipped) or by us. */
        readonly "warehouse-order.cancelled.v1": {
            /** @description The depositor's order number: the Odoo transfer's name. */
            readonly orderNumber: string;
            /** @description Id of the stock.picking in Odoo. */
            readonly recordId?: number;
            readonly shipmentId?: string;
            readonly purchaseOrder?: string;
            /**
             * @description Who cancels.
             * @enum {string}
             */
            readonly cancelledBy?: "warehouse" | "depositor" | "carrier";
            readonly cancelledAt?: components["schemas"]["Moment"];
            /** @description In words, or the code as received. */
            readonly reason?: string;
            readonly reasonCode?: string;
            readonly lines?: readonly {
                readonly lineNumber?: string;
                readonly product: components["schemas"]["Product"];
                readonly ordered?: components["schemas"]["Quantity"];
                readonly reason?: string;
                readonly reasonCode?: string;
            }[];
            readonly references?: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
            /** @description What the document says in words. */
            readonly notes?: readonly string[];
        };
        /** Odoo releases an order to the warehouse (becomes an X12 940). */
        readonly "warehouse-order.released.v1": {
            /** @description Name of the Odoo transfer, such as WH/OUT/00012. */
            readonly orderNumber: string;
            /** @description Id of the stock.picking in Odoo. */
            readonly recordId?: number;
            /**
             * @description What to do.
             * @enum {string}
             */
            readonly purpose: "original" | "cancel" | "change";
            readonly purchaseOrder?: string;
            readonly releasedAt?: components["schemas"]["Moment"];
            readonly requestedShipAt?: components["schemas"]["Moment"];
            readonly requestedDeliveryAt?: components["schemas"]["Moment"];
            readonly carrier?: components["schemas"]["Carrier"];
            readonly instructions?: string;
            readonly lines: readonly {
                readonly lineNumber: string;
                readonly product: components["schemas"]["Product"];
                readonly quantity: components["schemas"]["Quantity"];
                readonly lot?: string;
                readonly weight?: components["schemas"]["Weight"];
            }[];
            readonly totals: {
                readonly units: number;
                readonly weight?: components["schemas"]["Weight"];
            };
            readonly references: readonly components["schemas"]["Reference"][];
            readonly parties: readonly components["schemas"]["Party"][];
        };
        /** A warehouse has shipped (part of) an order (X12 945). */
        readonly "warehouse-order.shipped.v1": {
            /** @description The depositor's order number (W06-02): the Odoo transfer's name. */
            readonly orderNumber: string;
            /** @description The depositor's or warehouse's shipment number. */
            readonly shipmentId?: string;
            readonly purchaseOrder?: string;
            /**
             * @description How the document reports.
             * @enum {string}
             */
            readonly reporting?: "full" | "original" | "no-exceptions" | "exceptions-only" | "other";
            readonly shippedAt?: components["schemas"]["Moment"];
            readonly carrier?: components["schemas"]["Carrier"];
            readonly trackingNumber?: string;
            readonly billOfLading?: string;
            readonly lines: readonly {
                readonly lineNumber?: string;
                readonly product: components["schemas"]["Product"];
                /**
                 * @description What became of the line.
                 * @enum {string}
                 */
                readonly status?: "complete" | "partial" | "partial-backordered" | "substituted" | "cancelled" | "shipped" | "other";
                readonly ordered?: components["schemas"]["Quantity"];
                readonly shipped: components["schemas"]["Quantity"];
                readonly difference?: number;
                readonly lots?: readonly {
                    readonly lot: string;
                    readonly quantity?: number;
                }[];
                readonly packages?: readonly components["schemas"]["Package"][];
                /** @description Serial numbers of the goods. */
                readonly serialNumbers?: readonly string[];
                readonly parcels?: readonly components["schemas"]["Parcel"][];
                readonly references?: readonly components["schemas"]["Reference"][];
            }[];
            readonly totals?: {
                readonly units?: number;
                readonly weight?: components["schemas"]["Weight"];
                readonly packages?: number;
            };
            readonly references: readonly components["schemas"]["Reference"][];
            readonly parties?: readonly components["schemas"]["Party"][];
            /**
             * @description Who pays the freight.
             * @enum {string}
             */
            readonly payment?: "prepaid" | "collect" | "third-party";
            /** @description What the document says in words. */
            readonly notes?: readonly string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};

/** The data of each event by its type. */
export type EventData = {
  readonly 'bill-of-lading.issued.v1': components['schemas']['bill-of-lading.issued.v1'];
  readonly 'dock-appointment.scheduled.v1': components['schemas']['dock-appointment.scheduled.v1'];
  readonly 'document.acknowledged.v1': components['schemas']['document.acknowledged.v1'];
  readonly 'document.advised.v1': components['schemas']['document.advised.v1'];
  readonly 'freight.invoiced.v1': components['schemas']['freight.invoiced.v1'];
  readonly 'inventory.adjusted.v1': components['schemas']['inventory.adjusted.v1'];
  readonly 'inventory.snapshot.v1': components['schemas']['inventory.snapshot.v1'];
  readonly 'invoice.issued.v1': components['schemas']['invoice.issued.v1'];
  readonly 'purchase-order.answered.v1': components['schemas']['purchase-order.answered.v1'];
  readonly 'purchase-order.placed.v1': components['schemas']['purchase-order.placed.v1'];
  readonly 'receipt.confirmed.v1': components['schemas']['receipt.confirmed.v1'];
  readonly 'receipt.expected.v1': components['schemas']['receipt.expected.v1'];
  readonly 'return.received.v1': components['schemas']['return.received.v1'];
  readonly 'shipment.announced.v1': components['schemas']['shipment.announced.v1'];
  readonly 'shipment.delivered.v1': components['schemas']['shipment.delivered.v1'];
  readonly 'shipment.eta.v1': components['schemas']['shipment.eta.v1'];
  readonly 'shipment.exception.v1': components['schemas']['shipment.exception.v1'];
  readonly 'shipment.milestone.v1': components['schemas']['shipment.milestone.v1'];
  readonly 'shipment.tendered.v1': components['schemas']['shipment.tendered.v1'];
  readonly 'tender.answered.v1': components['schemas']['tender.answered.v1'];
  readonly 'warehouse-order.cancelled.v1': components['schemas']['warehouse-order.cancelled.v1'];
  readonly 'warehouse-order.released.v1': components['schemas']['warehouse-order.released.v1'];
  readonly 'warehouse-order.shipped.v1': components['schemas']['warehouse-order.shipped.v1'];
};

/** What events share, such as `Moment` and `Party`. */
export type EventParts = {
  readonly 'Moment': components['schemas']['Moment'];
  readonly 'Reference': components['schemas']['Reference'];
  readonly 'Party': components['schemas']['Party'];
  readonly 'Address': components['schemas']['Address'];
  readonly 'Place': components['schemas']['Place'];
  readonly 'Product': components['schemas']['Product'];
  readonly 'Unit': components['schemas']['Unit'];
  readonly 'Quantity': components['schemas']['Quantity'];
  readonly 'Carrier': components['schemas']['Carrier'];
  readonly 'Weight': components['schemas']['Weight'];
  readonly 'Package': components['schemas']['Package'];
  readonly 'Parcel': components['schemas']['Parcel'];
  readonly 'Milestone': components['schemas']['Milestone'];
  readonly 'ReasonMeaning': components['schemas']['ReasonMeaning'];
  readonly 'Reason': components['schemas']['Reason'];
  readonly 'Money': components['schemas']['Money'];
  readonly 'ChargeKind': components['schemas']['ChargeKind'];
  readonly 'Charge': components['schemas']['Charge'];
  readonly 'Condition': components['schemas']['Condition'];
  readonly 'AdjustmentReason': components['schemas']['AdjustmentReason'];
  readonly 'InventoryState': components['schemas']['InventoryState'];
  readonly 'ExceptionKind': components['schemas']['ExceptionKind'];
  readonly 'Hazard': components['schemas']['Hazard'];
  readonly 'ReceivedLine': components['schemas']['ReceivedLine'];
  readonly 'PaymentTerms': components['schemas']['PaymentTerms'];
  readonly 'FreightItem': components['schemas']['FreightItem'];
};
