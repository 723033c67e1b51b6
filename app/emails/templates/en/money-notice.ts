import type { Words } from '../words';

export const moneyNotice: Words = {
  subject: `Your order {{ orderName }}: you pay when it is here`,
  preheader: `What became of the payment, and how to wait or cancel, as you like.`,
  heading: `You pay when it’s here`,
  body: `
{% render 'greeting' %}

A payment can only be set aside for a limited time, and {% if partlyWaiting %}part of your order {{ orderName }}{% else %}your order {{ orderName }}{% endif %} takes longer than that. So we no longer keep your money set aside. Your order stays as it is. We’re sorry for the wait.

{% render 'pay-later' %}

{% render 'items' %}

{% if undated %}We still don’t have a date {% if dated %}for everything {% endif %}that we could stand behind. We’re asking the supplier.{% endif %}

{% render 'also' %}

{% render 'money' %}

{% render 'choice' %}

{% render 'sign-off' %}
`,
};
