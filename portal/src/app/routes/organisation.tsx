import { Page } from '../../ui/page.tsx';
export function OrganisationPage() {
  return <Page title="Organisation">x</Page>;
}
