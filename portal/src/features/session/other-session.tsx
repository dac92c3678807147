import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from './session.ts';

/** Says on a page that begins a session who is signed in by now: that session ends with it. */
export function OtherSession() {
  const { data: session } = useQuery(sessionQuery);
  if (!session) return null;
  const { user, organization } = session;
  return (
    <p role="status">
      You are signed in as {user.email}, {organization.name}. Whoever goes on here signs that out in this browser; to
      keep it, open the link in another browser or a private window.
    </p>
  );
}
