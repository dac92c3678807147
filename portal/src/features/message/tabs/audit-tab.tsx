import { Tooltip } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import type { Message } from '../../../lib/contract.ts';
import { absoluteTime, clockTime, duration } from '../../../lib/time.ts';
import { Nothing } from '../../../ui/states.tsx';
import classes from './audit-tab.module.css';

/** Who did what to the document, in order, with the hash of each entry. Whether the chain stands is verified elsewhere, and not claimed here. */
export function AuditTab({ message }: { readonly message: Message }) {
  const [first] = message.audit;
  if (first === undefined) {
    return (
      <Nothing icon={<IconLink size={20} stroke={1.7} />} title="No audit entries to see">
        Entries of other organisations are not shown here.
      </Nothing>
    );
  }
  const startMs = Date.parse(first.at);
  return (
    <div className={classes.tab}>
      <table className={classes.audit}>
        <caption className="visually-hidden">Audit entries, oldest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">Details</th>
            <th scope="col">Chained as</th>
          </tr>
        </thead>
        <tbody>
          {message.audit.map((line) => {
            const afterMs = Date.parse(line.at) - startMs;
            return (
              <tr key={`${line.at}${line.action}${line.detail ?? ''}${line.hash ?? ''}`}>
                <td className={classes.when}>
                  <Tooltip label={absoluteTime(line.at)}>
                    <time dateTime={line.at}>{clockTime(line.at)}</time>
                  </Tooltip>
                  {afterMs > 0 && <span>+{duration(afterMs)}</span>}
                </td>
                <td className="mono">{line.action}</td>
                <td>{line.actor}</td>
                <td className={classes.detail}>{line.detail}</td>
                <td>
                  {line.hash === undefined ? (
                    <span className={classes.open}>not chained yet</span>
                  ) : (
                    <Tooltip label={line.hash} multiline>
                      <span className={classes.hash}>{line.hash.slice(0, 10)}</span>
                    </Tooltip>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {message.auditCount > message.audit.length && (
        <p className={classes.open}>
          The first {message.audit.length} of {message.auditCount} entries. `crossdock audit export` writes all of them.
        </p>
      )}
    </div>
  );
}
