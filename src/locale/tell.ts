import { type Messages, messages } from './en/messages.js';

export type MessageId = keyof Messages;
type ValuesOf<Id extends MessageId> = Parameters<Messages[Id]>;

/** What is told to people in English, with what other languages make theirs of. */
export interface Telling {
  readonly message: string;
  readonly messageId?: string | undefined;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

/** A message of the catalogue, filled with its values. */
export function tell<Id extends MessageId>(messageId: Id, ...values: ValuesOf<Id>): Telling {
  const write = messages[messageId] as (...values: ValuesOf<Id>) => string;
  return {
    message: write(...values),
    messageId,
    ...(values[0] === undefined ? {} : { values: { ...values[0] } }),
  };
}

/** What was told, in another language; as it was told where that has no message of the name. */
export function retold({ message, messageId, values }: Telling, to: Messages): string {
  if (messageId === undefined || !Object.hasOwn(to, messageId)) return message;
  const write = to[messageId as MessageId] as (values: unknown) => string;
  return write.length > 0 && values === undefined ? message : write(values);
}
