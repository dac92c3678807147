import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../lib/api.ts';
import type { Endpoint, Environment, MessageSummary, Partner } from '../../lib/contract.ts';
import { useNow } from '../../lib/time.ts';
import { whose } from '../../lib/whose.ts';
import classes from './home.module.css';

interface YourTurnProps {
  readonly partner: Partner;
  readonly environment: Environment;
  /** The company that the partner exchanges documents with. */
  readonly company: string;
  readonly mayKeys: boolean;
  /** Another card above says what comes next: only what is in trouble is told here. */
  readonly isBeside: boolean;
}

interface Turn {
  readonly tone?: 'amber';
  readonly whose: string;
  readonly title: string;
  readonly words: string;
  readonly way?: ReactNode;
}

/** What was rejected longer ago than this is no news. */
const newsMs = 7 * 86_400_000;

/** The newest document that was rejected, unless one of its kind went through after it. */
function useRejected(environment: Environment) {
  const now = useNow();
  const { data } = api.useQuery('get', '/v1/messages', {
    params: { query: { environment, direction: 'in', limit: 50, acknowledgements: 'folded' } },
  });
  const kind = (message: MessageSummary) => message.sets.map(({ code }) => code).join();
  const seen = new Set<string>();
  return data?.messages.find((message) => {
    const isNewest = !seen.has(kind(message));
    seen.add(kind(message));
    return isNewest && message.outcome === 'rejected' && now - Date.parse(message.at) < newsMs;
  });
}

/** An endpoint of the partner's own that does not answer. */
function useFailing(partnerId: string, environment: Environment) {
  const { data } = api.useQuery('get', '/v1/partners/{partnerId}/endpoints', {
    params: { path: { partnerId }, query: { environment } },
  });
  return data?.endpoints.find(({ state, setUpBy }) => state === 'failing' && setUpBy === 'both');
}

/** What the partner does next, or whose turn it is: one sentence and one way. */
export function YourTurn({ partner, environment, company, mayKeys, isBeside }: YourTurnProps) {
  const rejected = useRejected(environment);
  const failing = useFailing(partner.id, environment);
  const turn = turnOf({ partner, environment, company, mayKeys }, rejected, failing);
  if (isBeside && turn.tone !== 'amber') return null;
  return (
    <section className={classes.turn} data-tone={turn.tone} aria-label="What to do next">
      <div>
        <span className={classes.whose}>{turn.whose}</span>
        <h2>{turn.title}</h2>
        <p>{turn.words}</p>
      </div>
      {turn.way}
    </section>
  );
}

function turnOf(
  { partner, environment, company, mayKeys }: Omit<YourTurnProps, 'isBeside'>,
  rejected: MessageSummary | undefined,
  failing: Endpoint | undefined,
): Turn {
  if (!partner.inUse.some((one) => one.environment === environment))
    return {
      whose: `${whose(company)} turn`,
      title: `Nothing is open for you in ${environment} yet`,
      words:
        environment === 'production'
          ? 'They release what was agreed when the tests are done. Until then the sandbox takes your test documents.'
          : 'They have yet to agree on the first document.',
      ...(environment === 'production' && {
        way: (
          <Button renderRoot={(props) => <Link to="/" search={{ env: 'sandbox' }} {...props} />}>
            Open the sandbox
          </Button>
        ),
      }),
    };
  if (!partner.apiKeys.some((one) => one.environment === environment))
    return {
      ...{ whose: 'Your turn', title: `Your system needs an API key for ${environment}` },
      words: mayKeys
        ? 'It sends documents and picks up answers with it. It is shown once; about a minute.'
        : 'An admin of your organisation creates it under Keys and certificates.',
      ...(mayKeys && {
        way: <Button renderRoot={(props) => <Link to="/keys" {...props} />}>Create a key</Button>,
      }),
    };
  if (failing !== undefined)
    return {
      ...{ tone: 'amber', whose: 'Your turn', title: `${failing.name} does not answer` },
      words: `${failing.reason ?? ''} ${failing.waiting === 0 ? '' : `${failing.waiting} of our documents wait there; nothing is lost.`}`,
      way: (
        <Button
          renderRoot={(props) => <Link to="/channels/$endpointId" params={{ endpointId: failing.id }} {...props} />}
        >
          See what is wrong
        </Button>
      ),
    };
  if (rejected !== undefined)
    return {
      ...{ tone: 'amber', whose: 'Your turn' },
      title: `Your ${rejected.sets[0]?.code ?? 'document'} was rejected`,
      words: `${rejected.headline ?? ''}. Correct it and send it again with a new control number.`,
      way: (
        <Button
          renderRoot={(props) => <Link to="/messages/$documentId" params={{ documentId: rejected.id }} {...props} />}
        >
          See what is wrong
        </Button>
      ),
    };
  if (partner.lastAt === undefined)
    return {
      ...{ whose: 'Your turn', title: 'Everything is ready for your first document' },
      words: 'Send it to the address at the side. The Sandbox tells what would become of it, and sends nothing.',
      way: (
        <Button renderRoot={(props) => <Link to="/sandbox" search={{ env: 'sandbox' }} {...props} />}>
          Open the Sandbox
        </Button>
      ),
    };
  return {
    ...{ whose: 'Nobody has to act', title: 'All is well' },
    words: 'No document of yours waits to be corrected.',
  };
}
