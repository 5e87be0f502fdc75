/** Base of all our errors: a literal `code` for programs, a message that says what to do next for operators. */
export class BotError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The request is not from the platform it claims to be from → 401. */
export class SignatureError extends BotError {
  constructor(message: string, options?: ErrorOptions) {
    super('signature', message, options);
  }
}

/** The request is from the platform, but not of its form → 400. */
export class MalformedError extends BotError {
  constructor(message: string, options?: ErrorOptions) {
    super('malformed', message, options);
  }
}

/** We cannot store more right now → 503, so that the platform sends it again. */
export class BusyError extends BotError {
  constructor(message: string, options?: ErrorOptions) {
    super('busy', message, options);
  }
}

/** Somebody else changed an entry since it was read: compute the turn again. */
export class ConflictError extends BotError {
  constructor(message: string, options?: ErrorOptions) {
    super('conflict', message, options);
  }
}

/** The lane now belongs to a newer worker: drop the turn, it has sent nothing. */
export class LeaseLostError extends BotError {
  constructor(message: string, options?: ErrorOptions) {
    super('lease_lost', message, options);
  }
}

/** A delivery did not succeed. */
export class DeliveryError extends BotError {
  /** True when the same body may be tried again. */
  readonly retry: boolean;
  /** Milliseconds that the platform asks us to wait. */
  readonly after: number | undefined;
  /** True when the monthly quota refused it: wait for the person's next message (L-24). */
  readonly quota: boolean;
  constructor(
    code: string,
    message: string,
    options: ErrorOptions & { retry: boolean; after?: number; quota?: boolean },
  ) {
    super(code, message, options);
    this.retry = options.retry;
    this.after = options.after;
    this.quota = options.quota ?? false;
  }
}
