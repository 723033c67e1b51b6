import type { Words } from '../words';

export const paymentReminder: Words = {
  subject: `{% if payment.last %}{% if payment.ofRest %}The rest of your order {{ orderName }}{% else %}Your order {{ orderName }}{% endif %} is kept until {{ payment.payBy }}{% else %}{% if payment.ofRest %}The rest of your order {{ orderName }}{% else %}Your order {{ orderName }}{% endif %} is here and waits for your payment{% endif %}`,
  preheader: `As soon as it is paid, it ships.`,
  heading: `{% if payment.last %}We keep it for you until {{ payment.payBy }}{% else %}{% if payment.ofRest %}The rest of your order{% else %}Your order{% endif %} is still here for you{% endif %}`,
  body: `
{% render 'greeting' %}

{% if payment.ofRest %}The rest of your order {{ orderName }}{% else %}Your order {{ orderName }}{% endif %} has arrived and is set aside for you. It ships as soon as {{ payment.due }} is paid.

{% render 'pay' %}

{% if payment.payBy %}We keep it for you until {{ payment.payBy }}. If it isn’t paid by then, we cancel {% if payment.ofRest %}the rest{% else %}it{% endif %}, and you owe nothing.{% if payment.goesBack %} What you have already paid goes back to you in full.{% endif %}{% endif %}

{% render 'items' %}

{% render 'also' %}

{% render 'money' %}

{% render 'or-cancel' %}

{% render 'sign-off' %}
`,
};
