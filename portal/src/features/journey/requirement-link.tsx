import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';

interface RequirementLinkProps {
  readonly action: { readonly label: string; readonly link: string };
  /** For the team: whose page it is. */
  readonly partnerId?: string | undefined;
  readonly look?: 'filled' | 'default';
  readonly size?: 'xs' | 'sm';
}

/** Where a requirement is done. Nothing where this hub has no such page. */
export function RequirementLink({ action, partnerId, look = 'filled', size = 'sm' }: RequirementLinkProps) {
  const router = useRouter();
  const [path = '/', query = ''] = action.link.split('?');
  const [, , foundRoute] = router.getMatchedRoutes(path);
  if (foundRoute === undefined || foundRoute.id === '__root__' || foundRoute.path === '$') return null;
  const search = new URLSearchParams(query);
  if (partnerId !== undefined) search.set(path === '/people' ? 'org' : 'partner', partnerId);
  const text = search.toString();
  const href = text === '' ? path : `${path}?${text}`;
  return (
    <Button
      component="a"
      href={href}
      flex="none"
      variant={look}
      size={size}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {action.label}
    </Button>
  );
}
