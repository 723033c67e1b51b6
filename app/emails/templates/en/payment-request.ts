import type { Words } from '../words';

export const paymentRequest: Words = {
  subject: `{% if payment.ofRest %}The rest of your order {{ orderName }}{% else %}Your order {{ orderName }}{% endif %} is here: please pay {{ payment.due }}`,
  preheader: `As soon as it is paid, it ships.`,
  heading: `It’s here. One thing is left`,
  body: `
{% render 'greeting' %}

Good news: {% if payment.ofRest %}the rest of your order {{ orderName }}{% else %}your order {{ orderName }}{% endif %} has arrived, and it is set aside for you. {{ payment.due }} is still to be paid: please pay it on the shop’s own page. As soon as it is paid, it ships.

{% render 'pay' %}

{% if payment.payBy %}We keep it for you until {{ payment.payBy }}.{% endif %}

{% render 'items' %}

{% render 'also' %}

{% render 'money' %}

{% render 'or-cancel' %}

{% render 'sign-off' %}
`,
};
