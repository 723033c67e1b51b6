import { Form } from '@remix-run/react';
import { BlockStack, Button, ButtonGroup, Card, InlineStack, Text } from '@shopify/polaris';
import type { PanelHome } from '../domain/panel-view';
import type { Mode } from '../domain/settings';
import { MODE_LABELS, MODES } from './status-badge';

/** How far Holdfast may act, and the switch that stops everything. */
export function ModeCard({ home }: { home: Pick<PanelHome, 'mode' | 'paused'> }) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            What Holdfast may do
          </Text>
          <Form method="post">
            <input type="hidden" name="paused" value={home.paused ? 'no' : 'yes'} />
            <Button submit {...(home.paused ? { variant: 'primary' } : { tone: 'critical' })}>
              {home.paused ? 'Go on' : 'Pause everything'}
            </Button>
          </Form>
        </InlineStack>
        <Form method="post">
          <ButtonGroup variant="segmented">
            {MODES.map((mode) => (
              <ModeButton key={mode} mode={mode} current={home.mode} />
            ))}
          </ButtonGroup>
        </Form>
        <Text as="p" tone="subdued">
          {home.paused
            ? 'Everything is paused: nothing leaves until you go on.'
            : MODE_LABELS[home.mode].help}
        </Text>
      </BlockStack>
    </Card>
  );
}

/** Polaris buttons carry no name and value, so each mode is its own form button. */
function ModeButton({ mode, current }: { mode: Mode; current: Mode }) {
  const id = `mode-${mode}`;
  return (
    <>
      <button id={id} name="mode" value={mode} hidden type="submit" />
      <Button pressed={mode === current} onClick={() => document.getElementById(id)?.click()}>
        {MODE_LABELS[mode].words}
      </Button>
    </>
  );
}
