/** A quick reply as the server sends it. */
export interface WireChoice {
  readonly title: string;
  readonly value: string;
}

/** See `Link` and `Citation` of the core; repeated here because the page trusts only what it has checked. */
export interface WireLink {
  readonly label: string;
  readonly href: string;
}

/** A source below an answer. */
export interface WireCitation {
  readonly title: string;
  readonly url: string;
  readonly lang: string;
  readonly checked: string;
}

/** The part of a Direct Line activity that the page uses. */
export interface WireActivity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly timestamp?: string;
  readonly from?: { readonly role?: string };
  readonly attachments?: readonly { readonly name?: string }[];
  readonly suggestedActions?: { readonly actions?: readonly WireChoice[] };
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly soudan?: {
      readonly kind?: string;
      readonly lang?: string;
      readonly author?: string;
      readonly flow?: string;
      readonly links?: readonly WireLink[];
      readonly citations?: readonly WireCitation[];
    };
  };
}

/** Lines of the conversation after a watermark. */
export interface WireSet {
  readonly activities: readonly WireActivity[];
  readonly watermark?: string;
}

/** Answer to starting, renewing or reconnecting. */
export interface WireGrant {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl?: string;
}
