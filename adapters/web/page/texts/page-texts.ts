/**
 * Every sentence that only the page says, in one language; greeting, buttons and labels of sources come from the
 * core texts. A missing sentence is a type error in that language's file.
 */
export interface PageTexts {
  /** Tab and heading; short. Says nothing that an onlooker should not read. */
  readonly title: string;
  /** What to do here, under the greeting. */
  readonly welcome: string;
  /** One line about privacy; the link stands behind it. */
  readonly privacyLine: string;
  readonly privacyLink: string;
  readonly chooseLanguage: string;

  readonly inputLabel: string;
  readonly inputPlaceholder: string;
  readonly send: string;
  readonly attach: string;
  readonly fileRefused: string;
  readonly sending: string;
  readonly sent: string;
  readonly failed: string;
  readonly retry: string;
  readonly connecting: string;
  readonly reconnecting: string;
  readonly offline: string;
  readonly typing: string;
  /** Another tab or the server ended the talk. */
  readonly ended: string;

  /** Label of the list of messages, for screen readers. */
  readonly conversation: string;
  readonly you: string;
  readonly advisor: string;
  readonly erased: string;
  /** Label of the quick replies, for screen readers. */
  readonly choices: string;

  /** Opens the box with the emergency numbers. */
  readonly danger: string;
  /** On the two buttons; the number stands before it. */
  readonly fire: string;
  readonly police: string;
  readonly reportDanger: string;

  readonly quickExit: string;
  readonly quickExitHint: string;
  readonly more: string;
  readonly newConversation: string;
  readonly newConversationHint: string;
  /** Opens {@link eraseHint} and its button. */
  readonly eraseAll: string;
  readonly eraseHint: string;
  readonly eraseConfirm: string;
  readonly remember: string;
  readonly rememberHint: string;

  readonly returnTitle: string;
  readonly returnHint: string;
  readonly returnMake: string;
  /** Above the five words. */
  readonly returnShown: string;
  readonly returnEnter: string;
  readonly returnOpen: string;
  readonly returnWrong: string;
  readonly returnLater: string;

  /** Followed by the emergency numbers. */
  readonly noScript: string;
}
