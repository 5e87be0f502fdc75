/** Beginning of `action_id` of our choices. */
export const CHOICE_ACTION = 'soudan:choice';

/** Beginning of `callback_id` of our forms; the form's name follows. */
export const FORM_CALLBACK = 'soudan:form:';

/** Beginning of a choice's value that opens a form; the form's name follows. */
export const FORM_VALUE = 'form:';

/** `metadata.event_type` of our messages (S-9). */
export const METADATA_EVENT = 'soudan_message';
