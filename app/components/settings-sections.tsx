import { FormLayout } from '@shopify/polaris';
import type { PanelSettings } from '../domain/panel-view';
import { ChoiceSetting, type FieldProps, Section, TextSetting } from './settings-field';
import { MODE_LABELS, MODES } from './status-badge';

export function ModeSection(props: FieldProps) {
  return (
    <Section
      title="What Holdfast may do"
      description="Begin by watching. Ask when you want to see each step, and let it run when you trust it."
    >
      <ChoiceSetting
        name="mode"
        {...props}
        choices={MODES.map((mode) => ({
          value: mode,
          label: MODE_LABELS[mode].words,
          helpText: MODE_LABELS[mode].help,
        }))}
      />
    </Section>
  );
}

export function TimesSection(props: FieldProps & { timezone: string }) {
  return (
    <Section
      title="When customers hear from you"
      description="Bad news goes out the same day. Nobody is left in silence, and nobody is woken."
    >
      <TextSetting
        name="cutOff"
        type="time"
        help={`A shortage found before it is told that day; a later one the next morning. By your shop’s clock (${props.timezone}).`}
        {...props}
      />
      <FormLayout>
        <FormLayout.Group>
          <TextSetting name="nightFrom" type="time" {...props} />
          <TextSetting name="nightTo" type="time" help="By the customer’s own clock." {...props} />
        </FormLayout.Group>
        <FormLayout.Group>
          <TextSetting
            name="followUpDays"
            type="number"
            suffix="days"
            help="While somebody waits, never longer than this without a word."
            {...props}
          />
          <TextSetting
            name="capHours"
            type="number"
            suffix="hours"
            help="Follow-ups keep this distance. What has a deadline never waits for it."
            {...props}
          />
        </FormLayout.Group>
      </FormLayout>
      <TextSetting
        name="statedShippingDays"
        type="number"
        suffix="days"
        help="What your shop states at checkout. Where you state nothing, the law assumes 30."
        {...props}
      />
    </Section>
  );
}

export function SenderSection({
  fallbackSender,
  ...props
}: FieldProps & Pick<PanelSettings, 'fallbackSender'>) {
  const { name, email, replyTo } = fallbackSender;
  return (
    <Section
      title="Who the mails come from"
      description={`Customers see your name. The address is ${email}, which every mail program can check. Answers come straight to you.`}
    >
      <TextSetting name="senderName" placeholder={name} {...props} />
      <TextSetting
        name="replyTo"
        type="email"
        placeholder={replyTo}
        help="Empty: to your shop’s address in Shopify."
        {...props}
      />
    </Section>
  );
}
