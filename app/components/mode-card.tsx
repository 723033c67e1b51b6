import { Form } from '@remix-run/react';
import { BlockStack, Button, ButtonGroup, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { PanelHome } from '../domain/panel-view';
import type { Mode } from '../domain/settings';
import { MODE_LABELS, MODES } from './status-badge';
import { TitledCard } from './titled-card';

type Shown = Pick<PanelHome, 'mode' | 'paused' | 'settingsVersion'>;

/** How far Holdfast may act, and the switch that stops everything. */
export function ModeCard({ home }: { home: Shown }) {
  return (
    <TitledCard title="What Holdfast may do">
      <Form method="post" action="/app?index">
        <input type="hidden" name="version" value={home.settingsVersion} />
        <ButtonGroup variant="segmented">
          {MODES.map((mode) => (
            <ModeButton key={mode} mode={mode} current={home.mode} />
          ))}
        </ButtonGroup>
      </Form>
      <Text as="p" tone="subdued">
        {MODE_LABELS[home.mode].help}
      </Text>
      {!home.paused && (
        <PauseForm home={home}>
          <Button submit tone="critical">
            Pause everything
          </Button>
        </PauseForm>
      )}
    </TitledCard>
  );
}

/** The other state of the pause is what its button brings about. */
export function PauseForm({ home, children }: { home: Shown; children: ReactNode }) {
  return (
    <Form method="post" action="/app?index">
      <input type="hidden" name="version" value={home.settingsVersion} />
      <input type="hidden" name="paused" value={home.paused ? 'no' : 'yes'} />
      <BlockStack inlineAlign="start">{children}</BlockStack>
    </Form>
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
