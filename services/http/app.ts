import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { CodedError } from '../domain/errors.ts';
import { openHost } from '../flows/channel-host.ts';
import type { Context } from '../flows/context.ts';
import type { AnyChannel } from '../flows/endpoint-in-use.ts';
import { type Intake, openIntake } from '../flows/intake.ts';
import { benchHere, inTurn, type MappingBench } from '../flows/mappings/turns.ts';
import { type AnnotatedPages, pagesBySize } from './annotated-pages.ts';
import { makeAuthenticator } from './authenticate.ts';
import { bindContract } from './bind.ts';
import { boardGate } from './board.ts';
import { cameSecurely } from './cookies.ts';
import { docs } from './docs.ts';
import { defaultLimits, type LimitSettings, makeLimits } from './limits.ts';
import type { ApiContext } from './operation.ts';
import { boardFramePath, boardPath, twinPath } from './paths.ts';
import { portal } from './portal.ts';
import { type Previews, previewsBySize } from './preview.ts';
import { problemHandler } from './problem.ts';
import { traceRequests } from './request.ts';
import { signInGuard } from './sign-in-guard.ts';
import { twinGate } from './twin-gate.ts';

/** Largest body for the Odoo twin: a proof of delivery as an attachment. */
export const twinBodyBytes = 16 * 1024 * 1024;

export interface AppOptions {
  readonly context: Context;
  /** What bounds that which is taken in, shared with channels that listen by themselves; of its own unless given. */
  readonly intake?: Intake;
  /** Changes of documents, of all processes, for live updates. */
  readonly changes: ApiContext['changes'];
  /** Built portal; without it only the API is served. */
  readonly portalDir?: string;
  /** View of the queues, made for `boardPath`; only the integration team gets to it. */
  readonly board?: RequestHandler;
  /** Odoo twin, served below `twinPath` where a connection goes to one; it does its own authentication, as Odoo does. */
  readonly twin?: RequestHandler;
  /** The twin answers other machines as well. */
  readonly twinRemote?: boolean;
  /** Makes pages of large documents elsewhere; all are made in this process without it. */
  readonly pageOf?: AnnotatedPages;
  /** Tries mappings elsewhere; all are tried in this process without it. */
  readonly bench?: MappingBench;
  /** Makes previews of large documents elsewhere, likewise. */
  readonly previewOf?: Previews;
  /** Largest body that the inbox takes; 50 MiB unless given. A body is in memory until it is committed. */
  readonly bodyLimitBytes?: number;
  /** Compares every answer with the contract: for tests and development. */
  readonly checkResponses: boolean;
  /** What Express calls `trust proxy`: how many proxies stand before us, or their addresses. Wrong, callers can pretend to be any address. */
  readonly trustProxy?: boolean | number | string;
  /** The hub is reached by https: session cookies are `Secure`, and browsers are told to stay with https. */
  readonly secureCookies?: boolean;
  readonly limits?: Partial<LimitSettings>;
}

/** The HTTP side of the hub: contract, portal, documentation. Holds no state but caches and counters. */
export function createApp(options: AppOptions): Express {
  const { context, changes, checkResponses, secureCookies = false, bodyLimitBytes = 50 * 1024 * 1024 } = options;
  const app = express();
  app.set('trust proxy', options.trustProxy ?? false);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.disable('etag');
  const settings = { ...defaultLimits, ...options.limits };
  const intake = options.intake ?? openIntake(context, settings, bodyLimitBytes);
  const api: ApiContext = {
    ...intake,
    ...{ context, changes, bodyLimitBytes, secureCookies, settings },
    limits: makeLimits(settings),
    guard: signInGuard(context, settings),
    pages: pagesBySize(context, options.pageOf),
    bench: inTurn(options.bench ?? benchHere(context)),
    previewOf: previewsBySize(context, options.previewOf),
  };
  const authenticator = makeAuthenticator(context, changes);
  app.use(traceRequests(context));
  if (options.twin) {
    const gate = { budget: api.budget, remote: options.twinRemote ?? false, bodyLimitBytes: twinBodyBytes };
    app.use(twinPath, twinGate(context, gate), options.twin);
  }
  mountChannels(app, context, intake);
  app.use(securityHeaders(), httpsOnly(secureCookies));
  app.use(bindContract(api, authenticator, checkResponses));
  app.use(['/docs', boardPath], withinOurFrame);
  app.use(docs());
  const framePage = options.portalDir === undefined ? undefined : boardFramePath;
  if (options.board) app.use(boardPath, boardGate(authenticator, framePage), options.board);
  if (options.portalDir !== undefined) app.use(portal(options.portalDir));
  app.use(() => {
    throw new CodedError('http.route-unknown');
  });
  app.use(problemHandler(context.log, checkResponses));
  return app;
}

/** Channels that answer requests themselves. */
function mountChannels(app: Express, context: Context, intake: Intake): void {
  for (const channel of Object.values(context.channels) as readonly AnyChannel[]) {
    const { ingress } = channel;
    if (ingress.kind !== 'http') continue;
    const host = openHost(context, channel, intake);
    app.use(ingress.path, (request, response, next) => {
      ingress.handle(request, response, host).catch(next);
    });
  }
}

/** The portal shows these pages inside its own; nobody else may. */
const withinOurFrame: RequestHandler = (_request, response, next) => {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.setHeader('Content-Security-Policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
  next();
};

/** Tells browsers that came by https to stay with it. */
function httpsOnly(configured: boolean): RequestHandler {
  return (request, response, next) => {
    if (cameSecurely(request, configured))
      response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    next();
  };
}

function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component library sets styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Told by `httpsOnly`, which knows how the browser came.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}
