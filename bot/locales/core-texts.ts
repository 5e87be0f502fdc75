/**
 * A text that mentions a person, in its three true versions (architecture §9): somebody can be reached now;
 * somebody can be reached at a time; nobody is connected to this service.
 */
export interface ByReach {
  readonly now: string;
  /** `time`: weekday and hour in the reader's language, from `formatMoment`. */
  readonly at: (time: string) => string;
  /** Promises no person. The caller puts phone lines that answer now behind it. */
  readonly nobody: string;
}

/** All fixed texts of the core, one object a language. A missing key is a type error. Plain text, no markup. */
export interface CoreTexts {
  /** First words to somebody who joined: who we are, that we are not the employer, that it is free. */
  readonly greeting: string;
  /** Asks for the language; choices with all fifteen names follow. */
  readonly languageAsk: string;
  /** Labels, at most 20 grapheme clusters each. */
  readonly buttons: {
    readonly ask: string;
    readonly hurt: string;
    /** Only where a person can be reached now or later. */
    readonly human: string;
    /** Instead of `human` when nobody is connected. */
    readonly lines: string;
    readonly more: string;
    /** Below a clarify question: none of the offered topics. */
    readonly other: string;
    readonly language: string;
  };
  /** After "ask". */
  readonly askPrompt: string;
  /** After "hurt or afraid": asks directly; the emergency numbers follow. */
  readonly hurtPrompt: string;
  readonly privacyLine: (url: string) => string;
  /** Honest "I don't know", with what the person can do. {@link offer} follows. */
  readonly unknown: string;
  /** Offers a person below an answer. */
  readonly offer: ByReach;
  readonly clarify: string;
  /** Label before the title of a source. */
  readonly source: string;
  /** `date`: from `formatDate`. */
  readonly checkedOn: (date: string) => string;
  /** Label before titles of related topics. */
  readonly related: string;
  /** Said in the new language after a change. */
  readonly languageChanged: string;
  /** The person writes in a language that we do not have. */
  readonly otherLanguage: string;
  readonly smalltalk: {
    readonly hello: string;
    readonly thanks: string;
    readonly whoAreYou: string;
    readonly bye: string;
  };
  /** The person asked for a human being. */
  readonly handoff: ByReach;
  readonly errors: {
    /** Something broke on our side. */
    readonly failed: string;
    readonly tooLong: (max: number) => string;
    readonly retry: string;
    /** A file could not be taken. */
    readonly attachment: string;
    /** A voice message could not be turned into words; emergency numbers follow. */
    readonly voice: string;
  };
  /** A picture or file arrived; we cannot see what is in it. */
  readonly attachmentReceived: string;
  readonly sticker: string;
  /** Consent before a model outside this system may read the question. */
  readonly modelConsent: {
    readonly ask: string;
    readonly yes: string;
    readonly no: string;
    readonly accepted: string;
    readonly declined: string;
  };
  /** The person took a message back. */
  readonly unsent: string;
  readonly staleTranslation: string;
  /** "from {date}" and "until {date}", `date` from `formatDate`. */
  readonly from: (date: string) => string;
  readonly until: (date: string) => string;
  /** Below choices, on channels where buttons vanish. */
  readonly typedHint: string;
  readonly lines: {
    readonly heading: string;
    readonly openNow: string;
    readonly opens: (time: string) => string;
    /** Days or hours are not certain. */
    readonly hoursVary: string;
    readonly allDay: string;
    readonly free: string;
    readonly press: (key: string) => string;
    /** The line speaks Japanese only. */
    readonly japaneseOnly: string;
    /** The line speaks several languages; which ones is not certain. */
    readonly severalLanguages: string;
    /** Before the Japanese sentence to say; its meaning is `interpreterMeaning`. */
    readonly sayThis: string;
    readonly interpreterMeaning: string;
    /** Label of police and of ambulance/fire. */
    readonly police: string;
    readonly ambulance: string;
    /** `date`: when the number was read in its source. */
    readonly seenOn: (date: string) => string;
    /** No line of this kind is in our table. */
    readonly none: string;
  };
  /** Parts from which the purpose of an accident-insurance form is said. */
  readonly forms: {
    readonly work: string;
    readonly commuting: string;
    readonly treatment: string;
    readonly change: string;
    readonly refund: string;
    readonly absence: string;
  };
  readonly wages: {
    readonly heading: string;
    readonly perHour: (yen: string) => string;
    /** Before its start date the older amount holds. */
    readonly note: string;
  };
  readonly offices: {
    readonly heading: (city: string) => string;
    /** We have no address or number of this office. */
    readonly noNumber: string;
  };
}
