import { Page } from '../../ui/page.tsx';
export function PartnersPage() {
  return <Page title="Partners">x</Page>;
}
