import { Link } from '@tanstack/react-router';
import { byteSize } from '../../lib/bytes.ts';
import type { Message } from '../../lib/contract.ts';
import { absoluteTime } from '../../lib/time.ts';
import { StateTag } from '../../ui/outcome.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Copyable, DirectionMark, SetCode } from '../../ui/small.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './message-header.module.css';
import { titleOf } from './naming.ts';
import { hasBand } from './next-step.tsx';

function DocumentLink({ words, to }: { readonly words: string; readonly to: Message['replaces'] }) {
  if (to === undefined) return null;
  return (
    <li>
      {words}{' '}
      <Link to="/messages/$documentId" params={{ documentId: to.id }} className={classes.link ?? ''}>
        {to.name}
      </Link>
    </li>
  );
}

/** What the document is, whose, and what became of it, in two lines. */
export function MessageHeader({
  message,
  withPartnerLink,
}: {
  readonly message: Message;
  readonly withPartnerLink: boolean;
}) {
  const incoming = message.direction === 'in';
  const partner = message.partner.name;
  return (
    <header className={classes.header}>
      <div className={classes.first}>
        {message.sets.map((set) => (
          <span key={set.code} className={classes.set}>
            <SetCode code={set.code} count={set.count} />
          </span>
        ))}
        <h1>{titleOf(message)}</h1>
        <StateTag step={message.step} />
        {message.environment === 'sandbox' && <Tag tone="violet">Sandbox</Tag>}
        {!hasBand(message) && <span className={classes.headline}>{message.step.reason}</span>}
      </div>
      <ul className={classes.facts}>
        <li className={classes.from}>
          <DirectionMark direction={message.direction} />
          {incoming ? 'from ' : 'to '}
          {withPartnerLink ? (
            <Link to="/partners/$partnerId" params={{ partnerId: message.partner.id }} className={classes.link ?? ''}>
              {partner}
            </Link>
          ) : (
            <b>{partner}</b>
          )}
        </li>
        <li title={absoluteTime(message.at)}>
          {incoming ? 'received ' : 'made '}
          <RelativeTime at={message.at} />{' '}
          {message.endpoint === undefined ? `over ${message.channel.toUpperCase()}` : `at ${message.endpoint}`}
        </li>
        {message.fileName !== undefined && <li>{message.fileName}</li>}
        {message.release !== undefined && <li>release {message.release}</li>}
        <li>{byteSize(message.sizeBytes)}</li>
        <li>
          sha256 <Copyable value={message.sha256} shown={message.sha256.slice(0, 10)} label="the sha256" />
        </li>
        <DocumentLink words="replaces" to={message.replaces} />
        <DocumentLink words="replaced by" to={message.replacedBy} />
        {message.answers !== undefined && (
          <li>
            <Link to="/messages/$documentId" params={{ documentId: message.answers }} className={classes.link ?? ''}>
              answers this document
            </Link>
          </li>
        )}
      </ul>
    </header>
  );
}
