import type { Words } from '../words';

export const newDate: Words = {
  subject: `{% if dated %}A new date for your order {{ orderName }}{% else %}The date of your order {{ orderName }} has moved{% endif %}`,
  preheader: `{% if sooner %}It should ship sooner than we said.{% else %}It takes longer than we said. You can wait or cancel, as you like.{% endif %}`,
  heading: `{% if sooner %}Sooner than we said{% elsif dated %}The date has moved{% else %}The date doesn’t hold{% endif %}`,
  body: `
{% render 'greeting' %}

{% if sooner %}There is better news about your order {{ orderName }}: we expect it to ship sooner than we told you. We’re sorry that you have to wait at all.{% else %}The date that we gave you for your order {{ orderName }} doesn’t hold. We’re sorry: you planned with it, and so did we.{% endif %}

{% render 'items' %}

{% if undated %}We don’t have a new date {% if dated %}for everything {% endif %}yet that we could stand behind, and we won’t make one up. We’re asking the supplier.{% endif %}

{% render 'also' %}

{% render 'money' %}

{% render 'choice' %}

{% render 'sign-off' %}
`,
};
