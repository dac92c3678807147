import type { Template } from '../../lib/contract.ts';
import { DirectionMark, SetCode } from '../../ui/small.tsx';
import classes from './onboarding.module.css';

type Document = Template['documents'][number];

/** The documents that the templates bring; of one that several have, that of the first holds. */
export function TemplateDocuments({ templates }: { readonly templates: readonly Template[] }) {
  const found = new Map<string, Document>();
  for (const document of templates.flatMap(({ documents }) => documents)) {
    const key = `${document.direction} ${document.set}`;
    if (!found.has(key)) found.set(key, document);
  }
  const of = (direction: Document['direction']) => [...found.values()].filter((one) => one.direction === direction);
  return (
    <div className={classes.documents}>
      {(['in', 'out'] as const).map((direction) => (
        <section key={direction} aria-label={direction === 'in' ? 'From the partner' : 'To the partner'}>
          <h3>
            <DirectionMark direction={direction} /> {direction === 'in' ? 'From the partner' : 'To the partner'}
          </h3>
          <ul>
            {of(direction).map(({ set, name, version }) => (
              <li key={set}>
                <SetCode code={set} /> <span>{name === set ? '' : name}</span>
                <span className={classes.version}>{version}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
