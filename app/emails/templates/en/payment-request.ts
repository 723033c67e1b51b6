import type { Words } from '../words';

export const paymentRequest: Words = {
  subject: `Your order {{ orderName }} is here: please pay {{ payment.due }}`,
  preheader: `As soon as it is paid, it ships.`,
  heading: `It’s here. One thing is left`,
  body: `
{% render 'greeting' %}

Good news: your order {{ orderName }} has arrived, and it is set aside for you. The payment that you authorized when you ordered is no longer valid, so please pay {{ payment.due }} on the shop’s own page. As soon as it is paid, it ships.

{% render 'pay' %}

{% if payment.payBy %}We keep it for you until {{ payment.payBy }}.{% endif %}

{% render 'items' %}

{% render 'also' %}

{% render 'money' %}

{% render 'or-cancel' %}

{% render 'sign-off' %}
`,
};
