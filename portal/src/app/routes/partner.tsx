import { Page } from '../../ui/page.tsx';
export function PartnerPage() {
  return <Page title="Partner">x</Page>;
}
