import type { Words } from '../words';

export const datePassed: Words = {
  subject: `Your order {{ orderName }} is later than we said`,
  preheader: `The day that we gave you has passed. What we know, and how to wait or cancel, as you like.`,
  heading: `The day has passed, and it isn’t here`,
  body: `
{% render 'greeting' %}

By now {% if partlyWaiting %}the rest of your order {{ orderName }}{% else %}your order {{ orderName }}{% endif %} should have been on its way, and it isn’t. You went by the date that we gave you, and we’re sorry that it didn’t hold.

{% render 'items' %}

{% if undated %}We’re asking the supplier for a new date. Until we have one that we can stand behind, we won’t name one.{% endif %}

{% render 'also' %}

{% render 'money' %}

{% render 'choice' %}

{% render 'sign-off' %}
`,
};
