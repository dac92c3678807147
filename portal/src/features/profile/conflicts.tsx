import { Button } from '@mantine/core';
import type { ProfileForm } from '../../lib/contract.ts';
import classes from './profile.module.css';
import type { KeptProfile, Part } from './profile-query.ts';

const names: Readonly<Record<Part, string>> = {
  role: 'Role',
  numbers: 'SCAC, DUNS and GLN',
  freight: 'Freight',
  documents: 'Documents',
  ids: 'Trading ids',
  contacts: 'Contacts',
  hours: 'Hours',
  volumes: 'Volumes',
};

/** A part of the form as a line of text. */
function says(form: ProfileForm, part: Part): string {
  const list = (ids: NonNullable<ProfileForm['ids']>['sandbox']) =>
    (ids ?? []).map(({ qualifier, id }) => `${qualifier ?? ''}/${id ?? ''}`).join(', ') || 'none';
  switch (part) {
    case 'role':
      return form.role ?? 'nothing';
    case 'numbers':
      return (
        Object.values(form.numbers ?? {})
          .filter(Boolean)
          .join(', ') || 'none'
      );
    case 'freight':
      return form.freight?.join(', ') || 'nothing';
    case 'documents':
      return form.documents?.map(({ set }) => set).join(', ') || 'none';
    case 'ids':
      return `test ${list(form.ids?.sandbox)}; production ${list(form.ids?.production)}`;
    case 'contacts':
      return (
        form.contacts?.map(({ role, name, email }) => `${role}: ${name ?? ''} ${email ?? ''}`).join('; ') || 'none'
      );
    case 'hours':
      return `${form.hours?.days?.join(', ') ?? ''} ${form.hours?.from ?? ''}–${form.hours?.to ?? ''} ${form.hours?.timeZone ?? ''}`;
    case 'volumes':
      return `${form.volumes?.perDay ?? '?'} a day, ${form.volumes?.perHour ?? '?'} in the busiest hour`;
  }
}

/** Somebody else saved the same part: both are shown, and one of them is chosen. */
export function Conflicts({ kept }: { readonly kept: KeptProfile }) {
  if (kept.conflicts.length === 0) return null;
  return (
    <div className={classes.conflicts} role="alert">
      {kept.conflicts.map(({ part, theirs, by }) => (
        <div key={part}>
          <p>
            {by} saved <b>{names[part]}</b> while you changed it. Nothing is lost: choose what holds.
          </p>
          <dl>
            <dt>Yours</dt>
            <dd>{says(kept.form, part)}</dd>
            <dt>Theirs</dt>
            <dd>{says(theirs, part)}</dd>
          </dl>
          <div className={classes.buttons}>
            <Button size="xs" variant="default" onClick={() => kept.choose(part, 'mine')}>
              Keep mine
            </Button>
            <Button size="xs" variant="default" onClick={() => kept.choose(part, 'theirs')}>
              Take theirs
            </Button>
          </div>
        </div>
      ))}
    </div>
  );
}
