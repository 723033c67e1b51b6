import type { Words } from '../words';

export const firstNotice: Words = {
  subject: `{% if partlyWaiting %}Part of your order {{ orderName }} is delayed{% else %}Your order {{ orderName }} is delayed{% endif %}`,
  preheader: `What we know, where your money is, and how to wait or cancel, as you like.`,
  heading: `{% if partlyWaiting %}Part of your order isn’t here yet{% else %}Your order isn’t here yet{% endif %}`,
  body: `
{% render 'greeting' %}

{% if partlyWaiting %}Part of your order {{ orderName }}{% else %}Your order {{ orderName }}{% endif %} turned out not to be in stock, and you should hear it from us right away. We’re sorry: it ought to be here for you, and it isn’t.

{% render 'items' %}

{% if undated %}We don’t have a date {% if dated %}for everything {% endif %}yet that we could stand behind, and we won’t make one up. We’re asking the supplier.{% endif %}

{% render 'also' %}

{% render 'money' %}

{% render 'choice' %}

{% render 'sign-off' %}
`,
};
