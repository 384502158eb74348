// Integrations that tell people, and open nothing.

/** Values of `type` (shippable.md 2.7). Users put them under `hub` by mistake, too. */
export const notificationTypes: readonly string[] = ['slack', 'hipchat', 'irc', 'email', 'webhook'];

/** Whether a `type` is one, in any case of its letters. */
export const isNotificationType = (type: string): boolean =>
  notificationTypes.includes(type.toLowerCase());
