import type { Words } from '../words';

export const ready: Words = {
  subject: `{% if waiting.size > 0 %}Part of your order {{ orderName }} is here{% else %}Your order {{ orderName }} is here{% endif %}`,
  preheader: `It ships next.`,
  heading: `{% if waiting.size > 0 %}Part of your order is here{% else %}Your order is here{% endif %}`,
  body: `
{% render 'greeting' %}

Good news: {% if waiting.size > 0 %}part of your order {{ orderName }}{% else %}your order {{ orderName }}{% endif %} has arrived. It ships next. Thank you for waiting.

{% render 'items' %}

{% render 'also' %}

{% render 'money' %}

{% render 'sign-off' %}
`,
};
