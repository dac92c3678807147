import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconChevronRight, IconCircleCheck, IconCopy } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Finding } from '../../../lib/contract.ts';
import { byRule, countFindings, listedTotals, type Rule, type Total } from '../findings.ts';
import classes from './finding-list.module.css';
import { findingPlace } from './finding-note.tsx';

const mostCopied = 20;

/** The findings as words for a mail to whoever sent the document. */
export function findingsText(title: string, rules: readonly Rule[]): string {
  const parts = rules.map(({ code, total, listed }) => {
    const lines = listed.slice(0, mostCopied).map((finding) => {
      const place = [findingPlace(finding), finding.line !== undefined && `line ${finding.line}`]
        .filter(Boolean)
        .join(', ');
      const received = finding.received === undefined ? '' : ` Received: "${finding.received}".`;
      const expected = finding.expected === undefined ? '' : ` Expected: ${finding.expected}.`;
      const corrected = finding.corrected === undefined ? '' : ` Should read: ${finding.corrected}`;
      return `- ${place === '' ? '' : `${place}: `}${finding.explanation}${received}${expected}${corrected}`;
    });
    const more = total - lines.length;
    return [
      `${code} (${total} ${total === 1 ? 'time' : 'times'})`,
      ...lines,
      ...(more > 0 ? [`- and ${more} more`] : []),
    ].join('\n');
  });
  return `${title}\n\n${parts.join('\n\n')}\n`;
}

const fewEnough = 8;
const mostShown = 100;

function RuleGroup({
  rule,
  open,
  onGo,
}: {
  readonly rule: Rule;
  readonly open: boolean;
  readonly onGo: (finding: Finding) => void;
}) {
  const { code, level, total, listed } = rule;
  const unlisted = total - Math.min(listed.length, mostShown);
  const [only] = listed;
  if (total === 1 && only !== undefined)
    return (
      <div className={classes.rule} data-level={level}>
        <button type="button" className={classes.go} data-only onClick={() => onGo(only)}>
          <b className="mono">{findingPlace(only) ?? 'Document'}</b>
          <span>{only.explanation}</span>
        </button>
      </div>
    );
  return (
    <details className={classes.rule} data-level={level} open={open}>
      <summary>
        <IconChevronRight size={13} stroke={2} className={classes.mark} aria-hidden="true" />
        <span className={classes.example}>{listed[0]?.explanation ?? code}</span>
        <b>{total}</b>
      </summary>
      <ol>
        {listed.slice(0, mostShown).map((finding) => (
          <li key={`${finding.offset ?? ''} ${finding.line ?? ''} ${finding.explanation}`}>
            <button type="button" className={classes.go} onClick={() => onGo(finding)}>
              <b className="mono">{findingPlace(finding) ?? 'Document'}</b>
              <span>{finding.explanation}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className={classes.code}>
        {unlisted > 0 && `${unlisted} more of this kind, not listed one by one. `}
        <a href={`/docs/errors#${code}`} target="_blank" rel="noreferrer" className="mono">
          {code}
        </a>
      </p>
    </details>
  );
}

/** Whether a finding has a word in its place, rule, explanation or value. */
function isFound(finding: Finding, sought: string): boolean {
  const { code, explanation, received, level } = finding;
  return [code, explanation, received, level, findingPlace(finding)].some((text) =>
    text?.toLowerCase().includes(sought),
  );
}

interface FindingListProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly totals: readonly Total[];
  readonly onGo: (finding: Finding) => void;
  readonly copyWords?: string;
}

/** What is wrong with the document: by rule, with a count, to filter and to copy for whoever sent it. */
export function FindingList({ title, findings, totals, onGo, copyWords = 'Copy for the partner' }: FindingListProps) {
  const [words, setWords] = useState('');
  const { copied, copy } = useClipboard({ timeout: 1_000 });
  const sought = words.trim().toLowerCase();
  const rules = useMemo(() => {
    if (sought === '') return byRule(findings, totals);
    const found = findings.filter((finding) => isFound(finding, sought));
    return byRule(found, listedTotals(found));
  }, [findings, totals, sought]);
  const total = countFindings(totals);
  return (
    <section className={classes.card} aria-label="Findings">
      <header className={classes.head}>
        <h2>
          Findings <span className={classes.number}>{total === 0 ? '' : total.toLocaleString('en-US')}</span>
        </h2>
        {total > 0 && (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
            onClick={() => copy(findingsText(title, rules))}
          >
            {copied ? 'Copied' : copyWords}
          </Button>
        )}
      </header>
      {total === 0 && (
        <p className={classes.clean}>
          <IconCircleCheck size={16} stroke={1.8} aria-hidden="true" /> Nothing to object to.
        </p>
      )}
      {findings.length > fewEnough && (
        <TextInput
          type="search"
          size="xs"
          className={classes.filter ?? ''}
          aria-label="Filter the findings"
          placeholder="Place, rule or value"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {rules.map((rule, nth) => (
        <RuleGroup
          key={`${rule.level} ${rule.code}`}
          rule={rule}
          open={nth === 0 || findings.length <= fewEnough}
          onGo={onGo}
        />
      ))}
      {total > 0 && rules.length === 0 && <p className={classes.clean}>No finding has this.</p>}
    </section>
  );
}
