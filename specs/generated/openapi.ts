// Made by `npm run generate` from specs/openapi. Do not edit.
export type paths = {
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getSession"];
        put?: never;
        /** Sign in with e-mail and password */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop an X12 document
         * @description Send the bytes as they are (`application/edi-x12`, `application/octet-stream` or `text/plain`) or as `multipart/form-data` with one or
         *     more files. A file may hold one or many interchanges. The answer comes after the bytes are safely on disk; the 997 appears in the outbox.
         *     The same bytes sent twice have one effect: the second answer is 200 with `duplicate: true` and the id of the first.
         */
        post: operations["dropDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents waiting for the partner
         * @description Oldest first. Download each one, then confirm it; what is confirmed leaves the list.
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbox/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a waiting document
         * @description Downloading does not remove it; confirm it afterwards.
         */
        get: operations["downloadOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbox/{documentId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Confirm that a document was picked up
         * @description Confirming twice is fine.
         */
        put: operations["confirmOutbox"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search documents */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document with everything that became of it
         * @description Sets are listed page by page, as `setOffset` and `setLimit` say; `setCount` and `sets` tell how many there are. Events are the first ones, and `eventCount` tells how many there are.
         */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes as received or sent */
        get: operations["downloadMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}/annotated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document segment by segment, with names, meanings and findings in place */
        get: operations["getAnnotatedMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Translate a document again that was set aside
         * @description Only the integration team may. For a document that could not be translated (`document.quarantined`): it is tried again, alone and in a process of its own, as if it had never been tried. Nothing of it was used so far.
         */
        post: operations["retryDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{deliveryId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a failed delivery again
         * @description Only the integration team may. The delivery keeps its key, so nothing is applied twice.
         */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partners with their traffic of the last 24 hours */
        get: operations["listPartners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One partner with identities, agreements, keys and traffic */
        get: operations["getPartner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of the traffic in one look */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live updates (server-sent events)
         * @description Event `change` with `{"documentId": …}` whenever a document the caller may see moves on; event `ping` every 25 seconds.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the hub able to take documents */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        /** @enum {string} */
        Environment: "sandbox" | "production";
        Session: {
            user: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                /** @enum {string} */
                role: "admin" | "member" | "viewer";
            };
            organization: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                kind: "owner" | "carrier" | "3pl" | "carrier-3pl";
            };
            /**
             * @description Which side of the portal: the integration team or a partner
             * @enum {string}
             */
            side: "team" | "partner";
            environments: components["schemas"]["Environment"][];
            csrfToken: string;
        };
        /** @description RFC 9457 problem. `code` is stable; the text is for people. */
        Problem: {
            /** @description Where the code is explained */
            type: string;
            title: string;
            status: number;
            /** @description Stable code from specs/errors.md */
            code: string;
            /** @description What happened and what to do */
            detail: string;
            /** @description Quote it when asking for help */
            requestId: string;
            /**
             * Format: uuid
             * @description The stored document, when something could be stored
             */
            documentId?: string;
            errors?: {
                place: string;
                message: string;
            }[];
        };
        Receipt: {
            documents: {
                /** Format: uuid */
                id: string;
                /** @description The same bytes came before; this is the id of the first */
                duplicate: boolean;
                fileName?: string;
                sizeBytes: number;
                sha256: string;
                /** @description Where to follow it */
                status: string;
                /** @description Present where a file of the form is not X12; it was kept, and nothing else happens to it */
                finding?: {
                    code: string;
                    explanation: string;
                };
            }[];
        };
        OutboxEntry: {
            /** Format: uuid */
            id: string;
            fileName: string;
            /** @description Transaction sets inside, such as 997 or 940 */
            sets: string[];
            /** @description ISA13 */
            controlNumber?: string;
            sizeBytes: number;
            /** Format: date-time */
            availableAt: string;
            /**
             * Format: uuid
             * @description The document that this one acknowledges
             */
            answers?: string;
        };
        /**
         * @description in: from the partner; out: to the partner
         * @enum {string}
         */
        Direction: "in" | "out";
        /**
         * @description processing: on its way. done: everything that had to happen has happened. attention: a person must look.
         *     rejected: the document was refused and the partner was told. waiting: ready for the partner, not picked up or not yet acknowledged.
         *     kept: read and acknowledged; nothing is done with it outside of the hub, and the headline says why.
         * @enum {string}
         */
        Outcome: "processing" | "done" | "attention" | "rejected" | "waiting" | "kept";
        PartnerRef: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        FindingCounts: {
            standard: number;
            guide: number;
            business: number;
            note: number;
        };
        MessageSummary: {
            /** Format: uuid */
            id: string;
            environment: components["schemas"]["Environment"];
            direction: components["schemas"]["Direction"];
            /** @enum {string} */
            channel: "https";
            outcome: components["schemas"]["Outcome"];
            /** @description One line on what happened, such as "3 of 3 applied in Odoo" */
            headline?: string;
            partner: components["schemas"]["PartnerRef"];
            fileName?: string;
            sizeBytes: number;
            sets: {
                code: string;
                count: number;
            }[];
            /** @description Order and shipment numbers inside, the first ten */
            subjects: string[];
            /** @description ISA13 of the first interchange */
            controlNumber?: string;
            findings: components["schemas"]["FindingCounts"];
            /**
             * Format: date-time
             * @description When it was received or made
             */
            at: string;
        };
        Rung: {
            /** @enum {string} */
            rung: "transport" | "mdn" | "ta1" | "functional-ack" | "business-answer" | "odoo";
            /** @enum {string} */
            state: "done" | "pending" | "failed" | "late" | "not-expected";
            /** Format: date-time */
            at?: string;
            /** Format: date-time */
            dueAt?: string;
            detail?: string;
            /**
             * Format: uuid
             * @description The document that made this rung true
             */
            documentId?: string;
        };
        Finding: {
            code: string;
            /** @enum {string} */
            level: "standard" | "guide" | "business" | "note";
            /** @description Present where the finding stands for so many of its code and level that are not listed one by one; it has no place then */
            count?: number;
            segment?: string;
            position?: number;
            element?: number;
            component?: number;
            offset?: number;
            end?: number;
            line?: number;
            column?: number;
            place?: string;
            reference?: string;
            loop?: string;
            said?: string;
            expected?: string;
            explanation: string;
            corrected?: string;
            ack?: {
                [key: string]: string;
            };
        };
        SetSummary: {
            /** Format: uuid */
            id: string;
            code: string;
            control: string;
            /**
             * @description What the 997 says of it (AK501)
             * @enum {string}
             */
            status: "A" | "E" | "R";
            findings: components["schemas"]["Finding"][];
        };
        GroupSummary: {
            functionalId: string;
            version: string;
            control: string;
            /** @enum {string} */
            status: "A" | "E" | "P" | "R";
            /** @description Those of the page */
            sets: components["schemas"]["SetSummary"][];
            /** @description All sets of the group */
            setCount: number;
            findings: components["schemas"]["Finding"][];
        };
        InterchangeSummary: {
            /** @description Qualifier and id, such as ZZ/QUAYSIDE */
            sender: string;
            receiver: string;
            control: string;
            usage: string;
            /** @description Those of the sets on the page, the first 200 of the document and the first 200 with findings */
            groups: components["schemas"]["GroupSummary"][];
            /** @description All groups of the interchange */
            groupCount: number;
            findings: components["schemas"]["Finding"][];
        };
        FindingTotal: {
            code: string;
            /** @enum {string} */
            level: "standard" | "guide" | "business" | "note";
            /** @description How many there are in the document */
            total: number;
            /** @description How many of them are listed one by one */
            listed: number;
        };
        Origin: {
            /** @description Byte ranges in the document */
            ranges: number[][];
            /** @description X12 place, such as W12-03 */
            place?: string;
            position?: number;
            mappingLine: number;
        };
        OdooWrite: {
            model: string;
            recordId: number;
            recordName?: string;
            field: string;
            before?: unknown;
            after: unknown;
            /** @description JSON pointer into the event's data that the value came from */
            pointer?: string;
            method: string;
        };
        Delivery: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            subscriber: "odoo" | "partner";
            /** @enum {string} */
            state: "pending" | "in-flight" | "applied" | "already-applied" | "refused" | "held" | "failed";
            attempts: number;
            /**
             * Format: date-time
             * @description When it is tried again; an open delivery without it is due at once
             */
            dueAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /** @description Why it was refused or is held */
            reason?: string;
            reasonCode?: string;
            writes: components["schemas"]["OdooWrite"][];
            /**
             * Format: uuid
             * @description For subscriber partner: the document that was made of the event
             */
            documentId?: string;
        };
        EventView: {
            id: string;
            /** Format: uuid */
            setId?: string;
            type: string;
            subject: string;
            /** Format: date-time */
            time: string;
            lane: string;
            data: Record<string, never>;
            provenance: {
                [key: string]: components["schemas"]["Origin"];
            };
            deliveries: components["schemas"]["Delivery"][];
        };
        AuditLine: {
            /** Format: date-time */
            at: string;
            action: string;
            actor: string;
            detail?: string;
            /** @description Its hash in the chain; absent for the moment until it is chained. `crossdock audit verify` tells whether the chain stands */
            hash?: string;
        };
        Message: {
            /** Format: uuid */
            id: string;
            environment: components["schemas"]["Environment"];
            direction: components["schemas"]["Direction"];
            /** @enum {string} */
            channel: "https";
            outcome: components["schemas"]["Outcome"];
            headline?: string;
            partner: components["schemas"]["PartnerRef"];
            fileName?: string;
            sizeBytes: number;
            sha256: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description The document that this one acknowledges
             */
            answers?: string;
            ladder: components["schemas"]["Rung"][];
            /** @description How many there are of each kind */
            sets: {
                code: string;
                count: number;
            }[];
            /** @description All sets of the document */
            setCount: number;
            /** @description Those of the sets on the page, the first 200 and the first 200 with findings. Their sets are those from `setOffset` on and, on the first page, the first 200 that have findings as well */
            interchanges: components["schemas"]["InterchangeSummary"][];
            /** @description All interchanges of the document */
            interchangeCount: number;
            /** @description Findings about the whole document */
            findings: components["schemas"]["Finding"][];
            /** @description All findings of the document, those of its interchanges, groups and sets included, by code: lists are shortened, totals never */
            findingTotals: components["schemas"]["FindingTotal"][];
            /** @description The first 200, or as many as there are in the first 8 MB; one at least */
            events: components["schemas"]["EventView"][];
            /** @description All events of the document */
            eventCount?: number;
            audit: components["schemas"]["AuditLine"][];
        };
        AnnotatedElement: {
            position: number;
            reference?: string;
            name?: string;
            value: string;
            /** @description What the code means */
            meaning?: string;
            start: number;
            end: number;
        };
        AnnotatedSegment: {
            /** @description Place in the document, from 0 */
            index: number;
            id: string;
            name?: string;
            /** @description Place in its set, ST = 1 */
            position?: number;
            loop?: string;
            /** @description How deep the loop is nested, for indenting */
            depth?: number;
            raw: string;
            start: number;
            end: number;
            elements: components["schemas"]["AnnotatedElement"][];
            findings: components["schemas"]["Finding"][];
        };
        Annotated: {
            /** @description Number of segments in the document */
            total: number;
            segments: components["schemas"]["AnnotatedSegment"][];
            /** @description Findings that belong to no segment */
            findings: components["schemas"]["Finding"][];
            /** @description The beginning of the document as Latin-1 text when it is not X12, 4,000 characters at most */
            text?: string;
        };
        /** @enum {string} */
        Stage: "registered" | "profile" | "agreement" | "connection" | "document-tests" | "mapping-approved" | "parallel-run" | "go-live" | "hypercare" | "live" | "suspended" | "retired";
        Traffic: {
            received: number;
            sent: number;
            /** @description Documents that wait for a person */
            attention: number;
        };
        PartnerSummary: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "carrier" | "3pl" | "carrier-3pl";
            stage: components["schemas"]["Stage"];
            /** @description Transaction sets agreed on */
            documents: string[];
            traffic: components["schemas"]["Traffic"];
            /**
             * Format: date-time
             * @description Last document in either direction
             */
            lastAt?: string;
        };
        Partner: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "carrier" | "3pl" | "carrier-3pl";
            stage: components["schemas"]["Stage"];
            documents: string[];
            traffic: components["schemas"]["Traffic"];
            /** Format: date-time */
            lastAt?: string;
            /** @description Folder in partners/ that gives guides and mappings */
            profile: string;
            /** @description IANA zone used where a document gives none */
            timeZone: string;
            identities: {
                environment: components["schemas"]["Environment"];
                qualifier: string;
                id: string;
                groupId: string;
            }[];
            agreements: {
                environment: components["schemas"]["Environment"];
                set: string;
                /** @description Name of the transaction set */
                name: string;
                direction: components["schemas"]["Direction"];
                version: string;
                channel: string;
                /** @description What acknowledges it */
                acknowledgement: string;
                mapping: string;
            }[];
            /** @description Keys are shown by prefix only; the secret is not kept */
            apiKeys: {
                /** Format: uuid */
                id: string;
                name: string;
                prefix: string;
                environment: components["schemas"]["Environment"];
                scopes: string[];
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                lastUsedAt?: string;
            }[];
            users: {
                name: string;
                email: string;
                role: string;
            }[];
            /** @description Traffic by day, the last 14 days, oldest first */
            daily: {
                /** Format: date */
                day: string;
                received: number;
                sent: number;
                attention: number;
            }[];
        };
    };
    responses: {
        /** @description No valid session or API key. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; `Retry-After` says when to come back. */
        TooManyRequests: {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The hub cannot store anything at the moment; nothing was accepted, send it again later. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the contract; `errors` names each place. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body did not arrive in time. Nothing was stored. */
        TooSlow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than this operation takes. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON. */
        MediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Known, but not allowed to do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it belongs to somebody else. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not possible in the present state. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed-in user with the organisation and the CSRF token for unsafe methods */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Signed in; the session cookie is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    dropDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description File name to show in the portal */
                "X-File-Name"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/edi-x12": string;
                "application/octet-stream": string;
                "text/plain": string;
                "multipart/form-data": {
                    file?: string[];
                };
            };
        };
        responses: {
            /** @description Every document was received before; nothing was stored again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Stored; it is being translated */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            /** @description Larger than the hub takes in one request (50 MB unless configured) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a media type that the inbox takes */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The bytes were stored but are not X12; the problem says what they look like and what to do */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: components["schemas"]["OutboxEntry"][];
                        /** @description More are waiting than the limit shows */
                        more: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadOutbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes */
            200: {
                headers: {
                    /** @description sha-256 of the body */
                    Digest?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/edi-x12": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmOutbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirmed; it left the outbox */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
                /** @description Finds order and shipment numbers, control numbers, file names and document ids */
                q?: string;
                direction?: components["schemas"]["Direction"];
                outcome?: components["schemas"]["Outcome"];
                set?: string;
                partner?: string;
                from?: string;
                to?: string;
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: components["schemas"]["MessageSummary"][];
                        /** @description Cursor of the next page; absent on the last */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMessage: {
        parameters: {
            query?: {
                /** @description First set to list, in the order of the document */
                setOffset?: number;
                setLimit?: number;
            };
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ladder, sets with findings, events with provenance, deliveries with Odoo writes, audit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, never changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAnnotatedMessage: {
        parameters: {
            query?: {
                /** @description First segment to show */
                offset?: number;
                limit?: number;
            };
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Segments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Annotated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be tried at once */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        outcome: components["schemas"]["Outcome"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be tried at once */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPartners: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name. A partner's user sees only its own organisation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        partners: components["schemas"]["PartnerSummary"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPartner: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The partner */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOverview: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures of the last 24 hours for what the caller may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        received: number;
                        sent: number;
                        attention: number;
                        /** @description Deliveries not yet finished */
                        eventBacklog: number;
                        /** @description Deliveries that came to nothing: refused by Odoo, held for a person, or failed */
                        refused: number;
                        /** @description From receipt to the Odoo commit; absent when nothing was applied */
                        applyLatencyMs?: {
                            p50: number;
                            p95: number;
                        };
                        /** @description Open cases about the hub or a partner as a whole, oldest first, such as a disk that gets full; absent when there are none */
                        warnings?: {
                            code: string;
                            title: string;
                            detail: string;
                            /** Format: date-time */
                            since: string;
                        }[];
                        /** @description Odoo connections; empty for partners */
                        odoo?: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            environment: components["schemas"]["Environment"];
                            /**
                             * @description twin: a stand-in that speaks the protocol of Odoo, for sandbox and demo
                             * @enum {string}
                             */
                            kind: "odoo" | "twin";
                            version: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                        version: string;
                        /** @description Kinds of open cases about the hub itself, such as disk.low; absent when there are none */
                        warnings?: string[];
                    };
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
}
