import { BlockStack, Box, Button, Collapsible, InlineStack } from '@shopify/polaris';
import { type ReactNode, useId, useState } from 'react';

/** A button behind which a form waits: for what is rare, or must not happen by a slip. */
export function Disclosure({
  label,
  critical = false,
  disabled = false,
  children,
}: {
  label: string;
  critical?: boolean;
  disabled?: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button
          {...(critical ? { tone: 'critical' as const } : {})}
          disabled={disabled}
          disclosure={open ? 'up' : 'down'}
          ariaExpanded={open}
          ariaControls={id}
          onClick={() => setOpen(!open)}
        >
          {label}
        </Button>
      </InlineStack>
      <Panel id={id} open={open}>
        {children}
      </Panel>
    </BlockStack>
  );
}

/** What opens below a button that names it by `ariaControls`. */
export function Panel({ id, open, children }: { id: string; open: boolean; children: ReactNode }) {
  return (
    <Collapsible id={id} open={open}>
      <Box background="bg-surface-secondary" padding="300" borderRadius="200">
        {children}
      </Box>
    </Collapsible>
  );
}
