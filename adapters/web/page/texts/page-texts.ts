/**
 * Every sentence of the page in one language. `{…}` marks a value that the page puts in. A missing sentence is a
 * type error in that language's file.
 */
export interface PageTexts {
  /** Tab and heading; short. Says nothing that an onlooker should not read. */
  readonly title: string;
  readonly greeting: string;
  /** Who we are and that any language will do. */
  readonly welcome: string;
  readonly startAsk: string;
  readonly startHurt: string;
  readonly startPerson: string;
  /** One line about privacy; the link stands behind it. */
  readonly privacyLine: string;
  readonly privacyLink: string;
  readonly chooseLanguage: string;

  readonly inputLabel: string;
  readonly inputPlaceholder: string;
  readonly send: string;
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
  readonly bot: string;
  readonly advisor: string;
  readonly erased: string;
  /** Label of the quick replies, for screen readers. */
  readonly choices: string;
  readonly source: string;
  /** `{date}` */
  readonly checkedOn: string;

  /** Opens the box with the emergency numbers. */
  readonly danger: string;
  readonly call119: string;
  readonly call110: string;
  readonly reportDanger: string;

  readonly quickExit: string;
  readonly quickExitHint: string;
  readonly more: string;
  readonly newConversation: string;
  readonly newConversationHint: string;
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

  readonly noScript: string;
}
