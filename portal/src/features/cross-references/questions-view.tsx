import { Button, FileButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Environment } from '../../lib/contract.ts';
import { Pick } from '../../ui/pick.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import { answersOf, questionsFile, save } from './answers-file.ts';
import classes from './cross-references.module.css';
import {
  allQuestions,
  counted,
  type KeyAnswer,
  type KeyKind,
  type KeyQuestion,
  kindWords,
  pageSize,
  useQuestions,
  useSuggestions,
} from './cross-references-query.ts';
import { Pages } from './pages.tsx';
import { type Pair, PreviewDialog } from './preview-dialog.tsx';
import { QuestionRow } from './question-row.tsx';

interface QuestionsViewProps {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly mayAnswer: boolean;
  readonly onAnswer: (title: string, answers: readonly KeyAnswer[]) => Promise<void>;
}

const kinds = (Object.keys(kindWords) as KeyKind[]).map((value) => ({ value, label: kindWords[value].many }));
const idOf = ({ kind, key }: Keyed) => `${kind}/${key}`;
type Keyed = { readonly kind: KeyKind; readonly key: string };

/** Keys that nobody has said the meaning of, each with what Odoo has that it may be. */
export function QuestionsView({ partnerId, environment, mayAnswer, onAnswer }: QuestionsViewProps) {
  const [kind, setKind] = useState<KeyKind>();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const [offset, setOffset] = useState(0);
  const [previewed, setPreviewed] = useState<readonly Pair[]>();
  const asked = { partnerId, environment, kind, q, offset };
  const { data, isPending, error, refetch } = useQuestions(asked);
  const found = useSuggestions(asked, (data?.questions.length ?? 0) > 0);
  const read = useMutation({
    mutationFn: async (file: File) => {
      const answers = answersOf(await file.text());
      await onAnswer(`${file.name}: ${counted(answers.length, 'answer')}`, answers);
    },
  });
  if (isPending) return <Loading lines={8} label="Loading the open questions" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  const { questions, total, waiting } = data;
  if (waiting.questions === 0)
    return (
      <Nothing icon={<IconCircleCheck size={20} stroke={1.7} />} title="Nothing waits for a cross reference">
        When documents name an item, a unit, a place or a contact that Odoo does not know, it is asked here once,
        however many wait for it. What is said already stands among the look-ups.
      </Nothing>
    );
  const byKey = new Map(found.data?.suggestions.map((one) => [idOf(one), one.suggestions]));
  const say = ({ kind: of, key, means }: KeyQuestion, value: string): KeyAnswer => ({
    ...{ kind: of, key, value, insteadOf: means ?? null },
  });
  const exact = questions.flatMap((question): Pair[] => {
    const one = byKey.get(idOf(question))?.find(({ isExact }) => isExact);
    if (one?.value === undefined || one.value === question.means) return [];
    const { label, reason, value } = one;
    return [{ label, reason, answer: { ...say(question, value), value } }];
  });
  const take = (set: () => void) => {
    setOffset(0);
    set();
  };
  return (
    <>
      <p className={classes.sum}>
        {counted(waiting.deliveries, 'event')} wait{waiting.deliveries === 1 ? 's' : ''} for{' '}
        {counted(waiting.questions, 'answer')}
        {waiting.since !== undefined && (
          <>
            , the oldest came <RelativeTime at={waiting.since} />
          </>
        )}
        . An answer holds for all of them and for what comes, in production and in the sandbox.
      </p>
      <div className={classes.tools}>
        <TextInput
          size="xs"
          className={classes.find ?? ''}
          aria-label="Find a key or name"
          placeholder="Find a key or name"
          value={typed}
          onChange={(event) => {
            const { value } = event.currentTarget;
            take(() => setTyped(value));
          }}
        />
        <Pick name="Kind" choices={kinds} value={kind} onChange={(value) => take(() => setKind(value as KeyKind))} />
        <span className={classes.space} />
        <Button
          variant="default"
          onClick={() =>
            void allQuestions(partnerId, environment).then(
              (all) => save('open-questions.csv', questionsFile(all)),
              tellProblem,
            )
          }
        >
          Download CSV
        </Button>
        {mayAnswer && (
          <FileButton accept=".csv,text/csv" onChange={(file) => file && read.mutate(file)}>
            {(props) => (
              <Button variant="default" loading={read.isPending} {...props}>
                Answer from CSV
              </Button>
            )}
          </FileButton>
        )}
        {mayAnswer && exact.length > 0 && (
          <Button onClick={() => setPreviewed(exact)}>
            Look at {counted(exact.length, 'exact match', 'exact matches')}
          </Button>
        )}
      </div>
      <ProblemList error={read.error} />
      {found.error !== null && (
        <p className={classes.wrong} role="alert">
          Odoo could not be asked for suggestions. You can still say what a key is; whether Odoo has it shows when the
          events go on.
        </p>
      )}
      {total === 0 ? (
        <p className={classes.faint}>No open question fits. Others wait: take the words or the kind away.</p>
      ) : (
        <ul className={classes.questions} aria-label="Open questions">
          {questions.map((question) => (
            <QuestionRow
              key={idOf(question)}
              partnerId={partnerId}
              environment={environment}
              question={question}
              suggestions={byKey.get(idOf(question))}
              isAsking={found.isPending}
              mayAnswer={mayAnswer}
              onAnswer={(value) => onAnswer(`${question.key} is ${value}`, [say(question, value)]).catch(tellProblem)}
            />
          ))}
        </ul>
      )}
      <Pages offset={offset} size={pageSize} total={total} onMove={setOffset} />
      {previewed !== undefined && (
        <PreviewDialog
          title="Exact matches on this page"
          pairs={previewed}
          onAccept={(answers) => onAnswer(counted(answers.length, 'cross reference'), answers)}
          onClose={() => setPreviewed(undefined)}
        />
      )}
    </>
  );
}
