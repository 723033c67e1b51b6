import type { PanelCase } from '../domain/panel-view';
import { Text } from '@shopify/polaris';
import { Disclosure } from './disclosure';
import { CancelForm } from './line-list';
import { Nothing, TitledCard } from './titled-card';
import { WhyForm } from './why-form';

const ONLY_WHOLE =
  'Another app created this order, and only that app may edit it: single items can’t be cancelled here.';

/** What is rarely right, and must be possible: to let it go early, and to cancel it all. */
export function ByHandCard({
  view,
}: {
  view: Pick<PanelCase, 'held' | 'lines' | 'orderName' | 'cancelsWhole'>;
}) {
  const open = view.lines.filter((line) => line.canCancel);
  return (
    <TitledCard title="By hand">
      {!view.held && open.length === 0 && (
        <Nothing>Nothing is held, and nothing can be cancelled.</Nothing>
      )}
      {view.held && <Release />}
      {open.length > 0 && (
        <Disclosure label="Cancel the order…" critical>
          {view.cancelsWhole && <Text as="p">{ONLY_WHOLE}</Text>}
          <CancelForm lines={open} what={view.orderName} />
        </Disclosure>
      )}
    </TitledCard>
  );
}

const Release = () => (
  <WhyForm
    act="release"
    opens="Release the hold…"
    words="The order can ship before its goods are here. Holdfast doesn’t hold it again, and still captures nothing for what isn’t there."
    label="Why"
    helpText="Goes on record with your name: others may wait longer for the same goods."
    button="Release it"
    critical
  />
);
