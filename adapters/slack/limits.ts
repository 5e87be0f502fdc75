/** What Slack takes in one message (Block Kit, channels.md section 2). Characters are UTF-16 code units. */
export const LIMITS = {
  /** Text of a section. */
  section: 3_000,
  /** Raw text put into one section, so that escaping and links have room. */
  sectionRaw: 2_400,
  /** Blocks in one message: 50; a little room is kept. */
  blocks: 45,
  /** JSON of all blocks of one message: `msg_blocks_too_long` comes at about 13,200, below the documented limits. */
  blocksJson: 12_000,
  buttonLabel: 75,
  buttonValue: 2_000,
  actionsElements: 25,
  optionLabel: 75,
  optionValue: 75,
  /** 100 are allowed; fewer keep one select well below `blocksJson`. */
  selectOptions: 60,
  /** Elements of a context block. */
  contextElements: 10,
  /** Longest address of a link or button. */
  url: 3_000,
  /** Characters of a message's fallback and notification text. */
  fallback: 150,
} as const;
