/** The privacy page in one language: what the program really does today, in plain words. */
export interface PrivacyTexts {
  readonly title: string;
  /** What the data is for (APPI Art. 17, 21). */
  readonly purpose: string;
  readonly stored: {
    readonly title: string;
    readonly messages: string;
    readonly never: string;
    readonly masked: string;
    readonly address: string;
  };
  readonly time: {
    readonly title: string;
    readonly chat: string;
    readonly phone: string;
    readonly words: string;
  };
  readonly who: {
    readonly title: string;
    readonly company: string;
    readonly advisor: string;
    readonly operators: string;
    readonly model: string;
  };
  readonly erase: {
    readonly title: string;
    readonly chat: string;
    readonly line: string;
    readonly notes: string;
  };
  readonly phone: {
    readonly title: string;
    readonly history: string;
    readonly wifi: string;
  };
  /** `{date}` */
  readonly asOf: string;
  readonly back: string;
}
