import type { Words } from '../words';

export const shipped: Words = {
  subject: `{% if waiting.size > 0 or here.size > 0 %}Part of your order {{ orderName }} is on its way{% else %}Your order {{ orderName }} is on its way{% endif %}`,
  preheader: `{% if trackingNumbers.size > 0 %}Tracking number: {{ trackingNumbers | join: ', ' }}{% else %}It has left, and is on its way to you.{% endif %}`,
  heading: `{% if waiting.size > 0 or here.size > 0 %}Part of it is on its way{% else %}It’s on its way{% endif %}`,
  body: `
{% render 'greeting' %}

{% if waiting.size > 0 or here.size > 0 %}Part of your order {{ orderName }}{% else %}Your order {{ orderName }}{% endif %} has left and is on its way to you. Thank you for waiting.

{% render 'tracking' %}

{% render 'items' %}

{% render 'also' %}

{% render 'money' %}

{% render 'sign-off' %}
`,
};
