/* The parts that look different in plain text. `html.ts` has the same names. */

export const textParts: Readonly<Record<string, string>> = {
  items: `{% for group in groups %}{{ labels[group.key] }}:
{% for line in group.lines %}- {{ line.quantity }} × {{ line.title }}{% if group.key == 'waiting' %}: {% render 'note', line: line %}{% endif %}
{% endfor %}
{% endfor %}`,
  money: `{{ labels.money }}: {{ money }}`,
  tracking: `{% if trackingNumbers.size > 0 %}{{ labels.tracking }}: {{ trackingNumbers | join: ', ' }}{% endif %}`,
  choice: `{% render 'offer' %}

{{ labels.button }}: {{ choiceLink }}

{% render 'silence' %}`,
  pay: `{{ labels.pay }} {{ payment.due }}: {{ paymentLink }}`,
  'or-cancel': `{% render 'no-longer' %} {{ choiceLink }}`,
  'sign-off': `{{ shopName }}`,
};

export const textLayout = `{{ content }}

––
{% render 'footer' %}`;
