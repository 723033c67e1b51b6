/** Words that several steps share. They look alike in text and html, so there is one of each. */
export const sharedParts: Readonly<Record<string, string>> = {
  greeting: `Hello{% if firstName %} {{ firstName }}{% endif %},`,
  'money-back': `{% if nothingTaken %}Nothing was taken for what is cancelled, and nothing will be.{% else %}Anything that you paid for what is cancelled goes back to you in full, the way you paid it{% if paysForRest %}, unless it pays for the rest of your order{% endif %}.{% endif %}`,
  offer: `You’re free to cancel {% if cancelsWhole %}the whole order until it ships{% else %}any item that hasn’t shipped, or all of them{% endif %}, in full and at no cost.{% if undo %} If you change your mind, you can undo it for {{ undo }}.{% endif %}`,
  'no-longer': `If you no longer want it, cancel it here, at no cost:`,
  'pay-later': `{% if payment.byLink %}When it is here, we send you a link to pay. Until then there is nothing to do, and nothing is charged.{% elsif payment %}When it is here, we write to you about the payment. Until then there is nothing to do, and nothing is charged.{% endif %}`,
  silence: `{% if silenceKeeps %}If you’d rather wait, there is nothing to do: if we don’t hear from you, we keep your order.{% else %}If you’d like to wait, please tell us by the same link{% if cancelsAt %} by {{ cancelsAt }}{% endif %}. If we don’t hear from you, we cancel {% if here.size > 0 %}the whole order{% else %}what is still waiting{% endif %}, and you pay nothing for it.{% endif %}`,
  note: `{% if line.passed %}was expected to ship by {{ line.date }}; there is no new date yet{% elsif line.date and line.before %}now expected to ship by {{ line.date }} (before: {{ line.before }}){% elsif line.date %}expected to ship by {{ line.date }}{% elsif line.before %}no new date yet (before: {{ line.before }}){% else %}no date yet{% endif %}`,
  also: `{% for step in also %}{% case step %}{% when 'ready' %}There is good news too: part of your order has arrived. {% when 'money-notice' %}{% render 'pay-later' %} {% when 'shipped' %}Part of your order is already on its way.{% if trackingNumbers.size > 0 %} Tracking number: {{ trackingNumbers | join: ', ' }}.{% endif %} {% when 'cancelled' %}What is listed as cancelled has been taken off your order. {% render 'money-back' %} {% endcase %}{% endfor %}`,
  footer: `You get this message because of your order {{ orderName }} at {{ shopName }}.`,
};

export const labels = {
  waiting: 'Still waiting',
  here: 'Here for you',
  shipped: 'On its way',
  cancelled: 'Cancelled',
  money: 'Your money',
  tracking: 'Tracking number',
  button: 'Wait or cancel',
  pay: 'Pay',
  bareLink: 'Or open this address:',
} as const;
