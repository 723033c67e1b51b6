import type { Words } from '../words';

export const cancelled: Words = {
  subject: `{% if waiting.size > 0 or here.size > 0 or shipped.size > 0 %}Part of your order {{ orderName }} is cancelled{% else %}Your order {{ orderName }} is cancelled{% endif %}`,
  preheader: `{{ money }}`,
  heading: `{% if waiting.size > 0 or here.size > 0 or shipped.size > 0 %}Part of your order is cancelled{% else %}Your order is cancelled{% endif %}`,
  body: `
{% render 'greeting' %}

{% if waiting.size > 0 or here.size > 0 or shipped.size > 0 %}We have cancelled part of your order {{ orderName }}; the rest stays as it is.{% else %}We have cancelled your order {{ orderName }}.{% endif %} We’re sorry that it didn’t work out this time.

{% render 'items' %}

{% render 'also' %}

{% render 'money' %}

{% render 'money-back' %}

{% render 'sign-off' %}
`,
};
